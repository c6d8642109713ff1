/** Names of the record routes, without schemas, for the preload. */

/** Every record route; `routes.ts` does not compile unless it defines each. */
export const RECORDS_ROUTES = [
  'people.merge',
  'people.merges',
  'people.undoMerge',
  'records.add',
  'records.edit',
  'records.end',
  'records.remove',
  'rooms.find',
  'rooms.open',
  'rooms.add',
  'rooms.edit',
] as const;
