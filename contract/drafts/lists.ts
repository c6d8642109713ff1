/** How much of what is typed is kept over a lock. Without schemas, so that pages can read it. */

/** Most inputs of a form. */
export const MAX_DRAFT_FIELDS = 60;
/** Most characters of an input. */
export const MAX_DRAFT_CHARACTERS = 4000;
/** Most drafts of one user; the oldest goes for the next. */
export const MAX_DRAFTS = 8;
