/** The names of the routes of recovery, for the preload, which has no use for schemas. */

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
