/** Limits of lists of tasks. */

/** Notes on one page of a record. */
export const NOTES_AT_ONCE = 20;

/** Most unacknowledged emergency openings in the list; others follow as these are acknowledged. */
export const MAX_EMERGENCY_OPEN = 200;

/** Most openings of one emergency in the list; how many records there were is said of all. */
export const MAX_EMERGENCY_OPENINGS = 50;
