/** The names of the routes of search, for the preload, which has no use for schemas. */

export const SEARCH_ROUTES = [
  'people.search',
  'people.searchNext',
  'people.findById',
  'rooms.patterns',
  'rooms.tryPatterns',
  'rooms.savePatterns',
] as const;
