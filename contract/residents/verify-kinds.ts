/** What a visitor's words may be held against. Without a schema, so that the page can read it too. */
export const VERIFY_KINDS = ['phone', 'phone-hidden', 'name', 'id-number'] as const;
export type VerifyKind = (typeof VERIFY_KINDS)[number];
