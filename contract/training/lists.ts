/** Training of the staff: what a quiz is made of, when it is passed, when it is due. Without schemas, so that pages can read it. */

/** `full`: of everything; `renewal`: of the procedures alone that were published since. */
export const QUIZ_KINDS = ['full', 'renewal'] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

/**
 * How it stands with somebody.
 * - `never`: has not passed yet.
 * - `overdue`: the time is over for which it was passed.
 * - `renewal`: a procedure was published since.
 * - `soon`: it is over within a month.
 */
export const TRAINING_STATES = ['never', 'overdue', 'renewal', 'soon', 'fine'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

/** Whoever stands so may work without anything more to learn. */
export const isTrained = (state: TrainingState): state is 'soon' | 'fine' =>
  state === 'soon' || state === 'fine';

/** When a quiz is passed, and for how long it counts. */
export interface TrainingRule {
  /** Percent of the questions that have to be right. */
  readonly pass: number;
  readonly months: number;
  /** Days in which somebody may still work who has not passed: since they came, since it was over, or since a document was published. */
  readonly graceDays: number;
}
/** Until an admin has chosen another. */
export const USUAL_TRAINING_RULE: TrainingRule = { pass: 80, months: 12, graceDays: 30 };
/** Percent that may be chosen: never so little that guessing passes. */
export const PASS_MARKS = [60, 70, 80, 90, 100] as const;
/** Months for which a passed quiz may count. */
export const TRAINING_MONTHS = [3, 6, 12] as const;
/** Days of grace that may be chosen. */
export const GRACE_DAYS = [0, 3, 7, 14, 30, 60] as const;

/** Days before it is due from which on it is near. */
export const TRAINING_SOON_DAYS = 30;

/** Questions of a whole quiz that are the product's own; a renewal has none of them. */
export const OWN_QUESTIONS = 8;
/** Most questions of a quiz that come from procedures. */
export const PROCEDURE_QUESTIONS = 6;
/** Most options of a question. */
export const MAX_OPTIONS = 4;

/** Longest texts of a question in UTF-16 code units. */
export const MAX_QUESTION = 400;

/** Most results that are listed, the newest first. */
export const MAX_RESULTS_LISTED = 100;
/** Most procedures that a result covers. */
export const MAX_COVERED = 40;

/** Its actions, as log and papers call them. */
export const TRAINING_ACTION_WORDS = {
  training: ['培训答题', 'Training quiz'],
  'training-practice': ['确认演练', 'Practice confirmed'],
  'training-rule': ['修改培训标准', 'Training rule changed'],
} as const;
