/** Updates of the program, without schemas, so that pages can read it. */

/** Its actions, as log and papers call them. */
export const UPDATES_ACTION_WORDS = {
  'program-update': ['备好程序新版本', 'Program update prepared'],
} as const;
