/** Kinds of value that a visitor's answer is compared with, without schemas, for screens. */
export const VERIFY_KINDS = ['phone', 'phone-hidden', 'name', 'id-number'] as const;
export type VerifyKind = (typeof VERIFY_KINDS)[number];
