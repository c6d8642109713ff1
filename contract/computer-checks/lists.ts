/** Checks of the computer itself, their answers, and the limits that measured numbers are judged by. Without schemas, so that pages can read it. */

/** In the order in which they are shown. Each is put so that yes is as it should be. */
export const COMPUTER_CHECKS = [
  'disk-encryption',
  'sign-in',
  'screen-lock',
  'password-rules',
  'antivirus',
  'firewall',
  'updates',
  'system-support',
  'program-support',
] as const;
export type ComputerCheck = (typeof COMPUTER_CHECKS)[number];

/** `unknown`: the system could not be brought to tell. */
export const CHECK_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/**
 * Why it could not be told.
 * - `not-allowed`: the system tells an administrator alone.
 * - `no-answer`: it was asked, and did not answer or not in time.
 * - `not-understood`: it answered something that is not known here.
 * - `not-offered`: nothing of this system tells it.
 */
export const WHY_UNKNOWN = ['not-allowed', 'no-answer', 'not-understood', 'not-offered'] as const;
export type WhyUnknown = (typeof WHY_UNKNOWN)[number];

/** Operating systems that are told apart. */
export const CHECKED_SYSTEMS = ['windows', 'macos', 'linux', 'other'] as const;
export type CheckedSystem = (typeof CHECKED_SYSTEMS)[number];

/** Result of one check. */
export interface CheckReading {
  readonly check: ComputerCheck;
  readonly answer: CheckAnswer;
  /** Of an unknown answer; of all others null. */
  readonly why: WhyUnknown | null;
  /**
   * Measured number, where there is one: of the screen lock the minutes until it locks, of the password rules the fewest characters,
   * of updates the days since the last one, of support the days until it ends, below zero once it has.
   */
  readonly figure: number | null;
}

/** Results of one computer at one time: one reading of each check, in their order. */
export interface ComputerReadings {
  readonly system: CheckedSystem;
  readonly readings: readonly CheckReading[];
}

/** Largest figure, and below zero the smallest: anything beyond is no measure of these. */
export const MAX_FIGURE = 100_000;

/** The product's own choice, as are the next two: nothing that was read of the law names a number. Minutes without a key until the screen locks. */
export const MAX_LOCK_MINUTES = 15;
/** Fewest characters of a password of the system. */
export const MIN_PASSWORD_CHARACTERS = 8;
/** Days since an update of the system was installed. */
export const MAX_UPDATE_DAYS = 45;

/** Days from a check to the next. */
export const CHECK_EVERY_DAYS = 30;
/** Days before it from which on it is said to be near. */
export const CHECK_SOON_DAYS = 5;

/** How near the next check is. */
export const CHECK_DUE_STATES = ['never', 'overdue', 'soon', 'fine'] as const;
export type CheckDueState = (typeof CHECK_DUE_STATES)[number];

/** Most checks that are shown, the newest first. */
export const MAX_CHECKS_LISTED = 24;

/** Reading of a check whose answer could not be determined, with the reason. */
export const unknownReading = (check: ComputerCheck, why: WhyUnknown): CheckReading => ({
  check,
  answer: 'unknown',
  why,
  figure: null,
});

/** Its actions, as log and papers call them. */
export const COMPUTER_CHECKS_ACTION_WORDS = { 'computer-check': ['检查电脑', 'Computer checked'] } as const;
