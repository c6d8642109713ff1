/** By what a step of a desk's is told from all others, at every desk. */
import type { z } from 'zod';
import { deskSchema, numberSchema } from '../numbers.ts';

/** `n`: of the desk's ops. */
export const lossKey = { desk: deskSchema, n: numberSchema };
/** The step that a change that was not kept is of. */
export type LossKey = z.infer<z.ZodObject<typeof lossKey>>;
