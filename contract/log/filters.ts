/** Filters of the log. Without schemas, so that pages can read it. */
/** Filters of `log.list`, as the entry of the reading names them. */
export const LOG_FILTERS = ['days', 'staff', 'group', 'outcome', 'resident'] as const;
export type LogFilterName = (typeof LOG_FILTERS)[number];
