/** How an entry of the log ends. Without schemas, so that pages can read it. */

/** Outcome of the logged action; `match` and `no-match` are answers of a verification. */
export const LOG_OUTCOMES = ['done', 'refused', 'match', 'no-match', 'failed'] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];
