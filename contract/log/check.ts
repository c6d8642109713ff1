/** Result of checking the whole log. */
import { z } from 'zod';

/**
 * Faults of the first bad entry. `anchor-differs`: the entry at the head is not the one in the
 * anchor. `not-signed`: it has its place, but not the signature of the person it names.
 */
export const LOG_PROBLEMS = [
  'changed',
  'missing',
  'inserted',
  'truncated',
  'anchor-differs',
  'not-signed',
] as const;

/**
 * Result of a check. `checked` counts entries found good; `headHash` is the hash of the last of them, in
 * hexadecimal.
 */
export const logCheckSchema = z.strictObject({
  ok: z.boolean(),
  checked: z.number().int().nonnegative(),
  /** Number of the first bad entry; null where there is none. */
  firstBad: z.number().int().positive().nullable(),
  problem: z.enum(LOG_PROBLEMS).nullable(),
  headHash: z.string().max(64),
});
export type LogCheck = z.infer<typeof logCheckSchema>;
