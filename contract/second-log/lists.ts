/** States of the second place of the log, without schemas, for screens. */

/**
 * `away`: folder or file is not there. `slow`: no answer in time. `unusable`: there, but it cannot be read or is no
 * plain file. `shortened`: lines that were written are gone or unreadable. `no-key`: the store has lost the key of
 * its lines. `differs`: it remembers entries that the log does not have.
 */
export const SECOND_PLACE_STATES = [
  'none',
  'good',
  'away',
  'slow',
  'unusable',
  'shortened',
  'no-key',
  'differs',
] as const;
export type SecondPlaceState = (typeof SECOND_PLACE_STATES)[number];

/** Most entries of a second place that are shown at once. */
export const MAX_LOST_ENTRIES = 200;

/** Its actions, as log and papers call them. */
export const SECOND_LOG_ACTION_WORDS = {
  'second-log-choice': ['选定操作记录备份', 'Log copy location chosen'],
  'second-log': ['操作记录备份', 'Log copy'],
  'second-log-open': ['打开操作记录备份', 'Log copy opened'],
} as const;
