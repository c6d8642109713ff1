/** Names of the resident routes, without schemas, for the preload. */

/** Every resident route; `routes.ts` does not compile unless it defines each. */
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
