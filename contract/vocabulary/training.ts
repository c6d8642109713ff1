/** Words of training that pages and papers share. */
import type { QuizKind, TrainingState } from '../training/lists.ts';
import type { Words } from './wording.ts';

export const TRAINING_STATE_WORDS: Words<TrainingState> = {
  never: ['未通过', 'Not passed'],
  overdue: ['已过期', 'Lapsed'],
  renewal: ['待补考', 'Update due'],
  soon: ['即将到期', 'Due soon'],
  fine: ['有效', 'Trained'],
};

export const QUIZ_KIND_WORDS: Words<QuizKind> = {
  full: ['全部内容', 'Everything'],
  renewal: ['更新内容', 'Updates'],
};
