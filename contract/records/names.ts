/** The names of the routes of records, for the preload, which has no use for schemas. */

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
