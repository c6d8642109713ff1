/** Log details of reading and checking the log itself. */
import { z } from 'zod';
import { LOG_PROBLEMS } from './check.ts';
import { LOG_FILTERS } from './filters.ts';
import type { DetailSchemas } from './parts.ts';
import type { SigningRules } from './signing.ts';

/** Schema of `detail` for each action on the log itself. */
export const readingDetails = {
  /**
   * What the reading was narrowed by, without the day, name or kind that was chosen; null for the whole log. A
   * resident stands in the entry's own column.
   */
  'log-read': z.strictObject({ by: z.array(z.enum(LOG_FILTERS)).min(1).max(LOG_FILTERS.length) }).nullable(),
  /** Null where the check found nothing wrong. */
  'log-verify': z.strictObject({ problem: z.enum(LOG_PROBLEMS) }).nullable(),
} satisfies DetailSchemas;

/** Whose signature an entry on the log itself needs. */
export const readingSigning = {
  'log-read': 'free',
  'log-verify': 'free',
} as const satisfies SigningRules<typeof readingDetails>;
