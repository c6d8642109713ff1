/** What the log can be narrowed by. Without schemas, so that pages can read it. */
/** What `log.list` can be narrowed by, as the entry of the reading names it. */
export const LOG_FILTERS = ['days', 'staff', 'group', 'outcome', 'resident'] as const;
export type LogFilterName = (typeof LOG_FILTERS)[number];
