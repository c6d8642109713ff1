/** Log details of reading and checking the log itself. */
import { z } from 'zod';
import { type Actions, defineContract, unsigned } from '../manifest.ts';
import { LOG_PROBLEMS } from './check.ts';
import { LOG_FILTERS } from './filters.ts';
import { LOG_ACTION_WORDS } from './lists.ts';

/** Each action on the log itself. */
const readingActions = {
  /**
   * Filters of the reading, without the day, name or kind that was chosen; null for the whole log. A
   * resident stands in the entry's own column.
   */
  'log-read': {
    detail: z.strictObject({ by: z.array(z.enum(LOG_FILTERS)).min(1).max(LOG_FILTERS.length) }).nullable(),
    ...unsigned('log', {}),
  },
  /** Null where the check found nothing wrong. */
  'log-verify': {
    detail: z.strictObject({ problem: z.enum(LOG_PROBLEMS) }).nullable(),
    ...unsigned('log', {}),
    duties: ['access-oversight'],
  },
} as const satisfies Actions;

/** Log actions of reading the log, for the join; its routes read the entries of all features and are joined after. */
export const logLog = defineContract({ actions: readingActions, actionWords: LOG_ACTION_WORDS });
