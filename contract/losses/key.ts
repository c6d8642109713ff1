/** By what a change that was not kept is told from all others, at every desk. */
import { z } from 'zod';
import { countSchema, deskSchema, numberSchema } from '../numbers.ts';

/** `n`: of the desk's ops; `part`: of what that op has lost. */
export const lossKeySchema = z.strictObject({ desk: deskSchema, n: numberSchema, part: countSchema });
/** Type of `lossKeySchema`. */
export type LossKey = z.infer<typeof lossKeySchema>;
