/** Lists of the people of the desk that a screen needs without any schema. */

/** What may be wrong with a new PIN. */
export const PIN_PROBLEMS = [
  'too-short',
  'digits-only',
  'too-common',
  'run',
  'repeat',
  'looks-like-year',
  'looks-like-birthday',
  'like-name',
  'same-as-other',
  'same-as-before',
] as const;
export type PinProblem = (typeof PIN_PROBLEMS)[number];

/** What a shift sheet counts, each by its entries in the log. */
export const SHIFT_COUNTS = [
  'searches',
  'opened',
  'verified',
  'revealed',
  'emergencies',
  'changed',
  'wrongPins',
] as const;
export type ShiftCount = (typeof SHIFT_COUNTS)[number];
export const MOST_SHIFT_REVEALS = 60;

/** More people than that are given their keys by the staff page, one after another. */
export const MOST_AT_RECOVERY = 12;
