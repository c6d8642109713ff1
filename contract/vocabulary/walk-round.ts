/** Words of walk round that pages and papers share. */
import type { WalkOutcome } from '../walk-round/lists.ts';
import type { Words } from './wording.ts';

export const OUTCOME_WORDS: Words<WalkOutcome> = {
  fine: ['正常', 'Fine'],
  finding: ['有问题', 'Finding'],
  absent: ['不适用', 'Not applicable'],
};
