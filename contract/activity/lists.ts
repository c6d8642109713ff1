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

/** What whoever is in charge of personal information does again and again, by the management system. */
export type Supervision = 'spot-check' | 'quarterly-report';
/** Days from a spot check to the next. */
export const SPOT_CHECK_DAYS = 31;
/** Days from a report to the next. */
export const REPORT_DAYS = 92;
/** What a spot check looks at. */
export const LOOKED_AT = ['views', 'refusals', 'alerts', 'prints', 'exports', 'papers'] as const;
/** Something that is looked at. */
export type LookedAt = (typeof LOOKED_AT)[number];
/** Most problems that one spot check tells; each is put right with the others. */
export const MAX_PROBLEMS = 20;

/** Its actions, as log and papers call them. */
export const ACTIVITY_ACTION_WORDS = {
  'spot-check': ['月度抽查', 'Monthly spot check'],
  'quarterly-report': ['季度报告', 'Quarterly report'],
} as const;
