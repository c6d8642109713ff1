/** Names of the sign-in routes, without schemas, for the preload. */

/** Every sign-in route; `routes.ts` does not compile unless it defines each. */
export const SIGN_IN_ROUTES = [
  'vault.status',
  'setup.checkPin',
  'setup.begin',
  'setup.finish',
  'setup.cancel',
  'session.unlock',
  'session.alarms',
  'session.acknowledge',
] as const;
