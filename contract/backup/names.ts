/** Names of the backup routes, without schemas, for the preload. */

/** Every backup route; `routes.ts` does not compile unless it defines each. */
export const BACKUP_ROUTES = [
  'backup.warning',
  'backup.read',
  'backup.choose',
  'backup.make',
  'backup.test',
  'backup.look',
  'backup.restore',
  'backup.cancel',
  'repair.find',
  'repair.restore',
] as const;
