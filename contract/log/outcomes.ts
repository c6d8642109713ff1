/** How an entry of the log ends. Without schemas, so that pages can read it. */
import type { Words } from '../vocabulary/wording.ts';

/** Outcome of the logged action; `match` and `no-match` are answers of a verification. */
export const LOG_OUTCOMES = ['done', 'refused', 'match', 'no-match', 'failed'] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];

/** Outcomes, as log and papers call them. */
export const LOG_OUTCOME_WORDS: Words<LogOutcome> = {
  done: ['完成', 'Done'],
  refused: ['拒绝', 'Refused'],
  match: ['一致', 'Match'],
  'no-match': ['不一致', 'No match'],
  failed: ['失败', 'Failed'],
};
