/** Details of reading and checking the log itself. */
import { z } from 'zod';
import { LOG_PROBLEMS } from './check.ts';
import type { READING_ACTIONS } from './actions.ts';
import { noDetail } from './parts.ts';
import type { DetailSchemas } from './parts.ts';

export const readingDetails = {
  'log-read': noDetail,
  /** Null where all entries hold together. */
  'log-verify': z.strictObject({ problem: z.enum(LOG_PROBLEMS) }).nullable(),
} satisfies DetailSchemas<(typeof READING_ACTIONS)[number]>;
