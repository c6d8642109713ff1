/** How much at once, of tasks. */

/** A page of the notes on a record. */
export const NOTES_AT_ONCE = 20;

/** More than a desk can leave unread; those beyond it follow as these are acknowledged. */
export const MOST_GLASS_OPEN = 200;
