/** What screens hand in to staff. */
import { z } from 'zod';
import { proofSchema } from '../schemas.ts';

/** Who stands behind a change of staff beside the admin: a supervisor, another admin, or the recovery sheet as typed from the paper. */
export const secondSchema = z.union([proofSchema, z.strictObject({ sheet: z.string().min(1).max(200) })]);
export type Second = z.infer<typeof secondSchema>;
