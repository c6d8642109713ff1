/** Words of evidence that pages and papers share. */
import type { EvidenceState } from '../evidence/lists.ts';
import type { Words } from './wording.ts';

export const EVIDENCE_STATE_WORDS: Words<EvidenceState> = {
  there: ['有', 'In place'],
  stale: ['需更新', 'Needs renewal'],
  missing: ['缺', 'Missing'],
};
