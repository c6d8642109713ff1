/** Request schemas of the staff routes. */
import { z } from 'zod';
import { proofSchema } from '../schemas.ts';

/**
 * Second approval of a staff change beside the admin: a supervisor, another admin, or the recovery sheet as
 * typed from the paper.
 */
export const secondSchema = z.union([proofSchema, z.strictObject({ sheet: z.string().min(1).max(200) })]);
export type Second = z.infer<typeof secondSchema>;
