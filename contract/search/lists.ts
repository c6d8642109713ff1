/** The kinds of match, in the order in which they are listed. Without a schema, so that the page can read it too. */
export const SEARCH_KINDS = ['room', 'name', 'phone', 'plate'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
