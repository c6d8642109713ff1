/** Kinds of the log's actions, in the order in which the log page offers them. Without schemas, so that pages can read it. */
export const LOG_GROUP_NAMES = [
  'session',
  'denied',
  'search',
  'reveal',
  'records',
  'imports',
  'sweep',
  'log',
  'rules',
  'paper',
  'compliance',
  'staff',
  'keys',
] as const;
export type LogGroup = (typeof LOG_GROUP_NAMES)[number];
