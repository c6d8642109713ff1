/** What a check of the whole log says. */
import { z } from 'zod';

export const LOG_PROBLEMS = ['changed', 'missing', 'inserted', 'truncated', 'anchor-differs'] as const;

export const logCheckSchema = z.strictObject({
  ok: z.boolean(),
  checked: z.number().int().nonnegative(),
  /** First entry that does not fit, if any. */
  firstBad: z.number().int().positive().nullable(),
  problem: z.enum(LOG_PROBLEMS).nullable(),
  headHash: z.string().max(64),
});
export type LogCheck = z.infer<typeof logCheckSchema>;
