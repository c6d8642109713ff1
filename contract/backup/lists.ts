/** Backups as screens and vault speak of them. */

/** What a folder of backups holds, as can be told without a key. */
export const BACKUP_STATES = ['ok', 'damaged', 'other-vault', 'newer'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** What every screen says about backups, the gravest first; `same-disk`: what takes the one takes the other. */
export const BACKUP_WARNINGS = ['never', 'overdue', 'same-disk'] as const;
export type BackupWarning = (typeof BACKUP_WARNINGS)[number];

export const BACKUP_PHASES = ['copying', 'checking', 'writing'] as const;
export type BackupPhase = (typeof BACKUP_PHASES)[number];

/** Which of the two has seen more: by their logs, not by their clocks. `apart`: each holds what the other does not. */
export const BACKUP_AGES = ['older', 'same', 'newer', 'apart'] as const;
export type BackupAge = (typeof BACKUP_AGES)[number];

/** With what a backup opens on this computer: this admin's PIN, or only the recovery sheet that it was made under. */
export const BACKUP_OPENERS = ['pin', 'sheet'] as const;
export type BackupOpener = (typeof BACKUP_OPENERS)[number];

/** Hour of the day at which it is usually made. */
export const USUAL_BACKUP_HOUR = 12;

/** More than retention leaves, and than a screen shows. */
export const MOST_BACKUPS = 200;
