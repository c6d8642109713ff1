/** Closed lists and limits of staff, without schemas, for screens. */

/** Problems of a new PIN. */
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

/** Counts of a shift sheet, each made from log entries. */
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
/** Most reveals that a shift sheet lists. */
export const MAX_SHIFT_REVEALS = 60;

/** Most areas that a search among them lists. */
export const MAX_AREAS_LISTED = 60;

/** Most people who get keys during a recovery; others get theirs on the staff page. */
export const MAX_AT_RECOVERY = 12;
