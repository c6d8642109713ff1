/** Subjects of a case file. Without schemas, so that pages can read it. */

/** A mark from a photo or a paper; a phone number that somebody complains about. */
export const CASE_SUBJECTS = ['mark', 'number'] as const;
/** Subject of one case file. */
export type CaseSubject = (typeof CASE_SUBJECTS)[number];

/** Most entries in a case file; it says how many there are. */
export const MAX_CASE_ENTRIES = 500;
