/** Names of the search routes, without schemas, for the preload. */

/** Every search route; `routes.ts` does not compile unless it defines each. */
export const SEARCH_ROUTES = [
  'people.search',
  'people.searchNext',
  'people.findById',
  'rooms.patterns',
  'rooms.tryPatterns',
  'rooms.savePatterns',
] as const;
