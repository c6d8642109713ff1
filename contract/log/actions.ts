/** What the log has entries of, and how they end. Without schemas, so that pages can read it. */
import type { LOG_DETAILS } from './entries.ts';

/** Every action that some feature brings a detail of. A list only grows: an entry that was written once is read for as long as the log exists. */
export type LogAction = keyof typeof LOG_DETAILS;

/** Outcome of the logged action; `match` and `no-match` are answers of a verification. */
export const LOG_OUTCOMES = ['done', 'refused', 'match', 'no-match', 'failed'] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];
