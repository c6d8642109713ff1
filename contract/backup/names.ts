/** The names of the routes of backup, for the preload, which has no use for schemas. */

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
