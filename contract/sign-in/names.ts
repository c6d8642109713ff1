/** The names of the routes of sign-in, for the preload, which has no use for schemas. */

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
