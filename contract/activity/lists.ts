/** Counts of the log in the overview. Without schemas, so that pages can read it. */

/**
 * Counts of one day: sign-ins, searches, records and rooms opened, answers verified, acts that showed values in clear, sign-ins, PINs and requests
 * that were refused, limits reached.
 */
export const MEASURES = ['signIn', 'search', 'open', 'verify', 'reveal', 'denied', 'limit'] as const;
/** Something that is counted of a day. */
export type Measure = (typeof MEASURES)[number];

/** Measures with a chart by the hour and one by the week. */
export const PICTURED = ['reveal', 'open'] as const satisfies readonly Measure[];
/** Something that has pictures. */
export type Pictured = (typeof PICTURED)[number];

/** Weeks from Monday that are counted, this one included. */
export const WEEKS = 12;
/** Days that the pictures by hour, person and reason are of, today included. */
export const PICTURED_DAYS = 28;
/** Most bars of a picture; what the others have is added up. */
export const MAX_BARS = 12;
