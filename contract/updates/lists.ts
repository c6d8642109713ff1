/** Updates of the program, without schemas, so that pages can read it. */

/** How an update ended: `applied`, or why the version before goes on. */
export const UPDATE_ENDS = ['applied', 'not-started', 'refused', 'cut-off', 'no-room'] as const;

/** Its actions, as log and papers call them. */
export const UPDATES_ACTION_WORDS = {
  'program-update': ['备好程序新版本', 'Program update prepared'],
  'program-updated': ['程序更新结果', 'Program update ended'],
} as const;
