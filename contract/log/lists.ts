/** Words of the log for the actions of this folder. Without schemas, so that pages can read them. */

/** Its actions, as log and papers call them. */
export const LOG_ACTION_WORDS = {
  'log-read': ['查看记录', 'Read the log'],
  'log-verify': ['核对记录', 'Checked the log'],
} as const;
