/** Names of the recovery routes, without schemas, for the preload. */

/** Every recovery route; `routes.ts` does not compile unless it defines each. */
export const RECOVERY_ROUTES = [
  'recovery.look',
  'recovery.checkLine',
  'recovery.begin',
  'recovery.checkPin',
  'recovery.prepare',
  'recovery.finish',
  'recovery.cancel',
  'recovery.findBackups',
  'recovery.layBackup',
  'recovery.usePreviousHeader',
] as const;
