/** Kinds of match in display order, without schemas, for screens. */
export const SEARCH_KINDS = ['room', 'name', 'phone', 'plate'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
