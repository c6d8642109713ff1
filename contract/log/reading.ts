/** Log details of reading and checking the log itself. */
import { z } from 'zod';
import { LOG_PROBLEMS } from './check.ts';
import { noDetail } from './parts.ts';
import type { DetailSchemas } from './parts.ts';
import type { SigningRules } from './signing.ts';

/** Schema of `detail` for each action on the log itself. */
export const readingDetails = {
  'log-read': noDetail,
  /** Null where the check found nothing wrong. */
  'log-verify': z.strictObject({ problem: z.enum(LOG_PROBLEMS) }).nullable(),
} satisfies DetailSchemas;

/** Whose signature an entry on the log itself needs. */
export const readingSigning = {
  'log-read': 'free',
  'log-verify': 'free',
} as const satisfies SigningRules<typeof readingDetails>;
