/** Closed lists and limits of backups, shared by screens and vault. */

/** State of one backup, as far as it can be told without a key. */
export const BACKUP_STATES = ['ok', 'damaged', 'other-vault', 'newer'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** Warnings that every screen shows, gravest first. `same-disk`: backups lie on the vault's own disk, so that one failure loses both. */
export const BACKUP_WARNINGS = ['never', 'overdue', 'same-disk'] as const;
export type BackupWarning = (typeof BACKUP_WARNINGS)[number];

/** Steps of making a backup, in order, as the progress event reports them. */
export const BACKUP_PHASES = ['copying', 'checking', 'writing'] as const;
export type BackupPhase = (typeof BACKUP_PHASES)[number];

/** Age of a backup against the present vault, compared by their logs and not by clocks. `apart`: each has entries that the other lacks. */
export const BACKUP_AGES = ['older', 'same', 'newer', 'apart'] as const;
export type BackupAge = (typeof BACKUP_AGES)[number];

/** Means of opening a backup on this computer: this admin's PIN, or only the recovery sheet that was in force when it was made. */
export const BACKUP_OPENERS = ['pin', 'sheet'] as const;
export type BackupOpener = (typeof BACKUP_OPENERS)[number];

/** Default hour of the scheduled backup (0–23, local time). */
export const USUAL_BACKUP_HOUR = 12;

/** Most backups that are listed; more than retention keeps. */
export const MAX_BACKUPS = 200;

/** Its actions, as log and papers call them. */
export const BACKUP_ACTION_WORDS = {
  backup: ['备份', 'Backup'],
  'backup-settings': ['修改备份设置', 'Changed backup settings'],
  'backup-test': ['恢复演练', 'Test-restored a backup'],
  'backup-restore': ['恢复备份', 'Restored a backup'],
  recovery: ['用恢复单恢复', 'Recovered by the sheet'],
} as const;
