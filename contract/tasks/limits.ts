/** Limits of lists of tasks. */

/** Notes on one page of a record. */
export const NOTES_AT_ONCE = 20;

/** Most unacknowledged emergency openings in the list; others follow as these are acknowledged. */
export const MAX_GLASS_OPEN = 200;
