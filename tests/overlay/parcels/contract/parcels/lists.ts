/** Limits of parcels. Without schemas, so that pages can read it. */

/** How many are listed: those that wait, then the last that were collected. */
export const MAX_PARCELS = 200;
/** Longest name of who brought or collected one. */
export const MAX_PARCEL_WORDS = 40;
