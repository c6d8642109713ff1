/** The names of the routes of residents, for the preload, which has no use for schemas. */

export const RESIDENTS_ROUTES = [
  'people.open',
  'people.reveal',
  'people.openFull',
  'people.verify',
  'people.add',
  'people.edit',
  'people.confirm',
  'people.replaced',
  'people.restore',
] as const;
