/**
 * Actions that the log records, by group, without schemas, for screens. The schema of each action's detail is
 * in the file of its group. Actions are only added: an entry is readable for as long as the log exists.
 */

/** Sign-in, lock, alarms and refusals. */
export const SESSION_ACTIONS = [
  'set-up',
  'sign-in',
  'sign-in-failed',
  'locked',
  'pin-failed',
  'refused',
  'alarm',
  'acknowledge',
  'new-day',
  'handover',
] as const;
/** Residents, their records and their rooms. */
export const RESIDENT_ACTIONS = [
  'search',
  'search-id',
  'open',
  'open-room',
  'verify',
  'reveal',
  'open-full',
  'extract',
  'add',
  'edit',
  'end',
  'remove',
  'confirm',
  'restore',
  'replaced-list',
  'merge',
  'merge-undo',
  'room-patterns',
] as const;
/** Counter tasks, notes and emergency openings. */
export const TASK_ACTIONS = ['note', 'room-check', 'break-glass', 'glass-seen'] as const;
/** Imports and their undoing. */
export const IMPORT_ACTIONS = [
  'import-preview',
  'import',
  'import-undo',
  'import-rejects',
  'import-dispose',
  'import-layout',
] as const;
/** Reading and checking the log itself. */
export const READING_ACTIONS = ['log-read', 'log-verify'] as const;
/** Changes of masks and switched fields. */
export const POLICY_ACTIONS = ['policy'] as const;
/** Changes of staff, their slots and PINs. */
export const STAFF_ACTIONS = [
  'pin-change',
  'staff-add',
  'staff-role',
  'staff-reset',
  'staff-name',
  'staff-leave',
  'staff-suspend',
  'slot-open',
] as const;
/** Rotations of keys and the ceremony after a theft. */
export const KEY_ACTIONS = ['rotation-begun', 'rotation'] as const;
/** Backups, restores and recoveries. */
export const BACKUP_ACTIONS = [
  'backup',
  'backup-settings',
  'backup-test',
  'backup-restore',
  'recovery',
] as const;

/** Every action that the log records. */
export const LOG_ACTIONS = [
  ...SESSION_ACTIONS,
  ...RESIDENT_ACTIONS,
  ...TASK_ACTIONS,
  ...IMPORT_ACTIONS,
  ...READING_ACTIONS,
  ...POLICY_ACTIONS,
  ...STAFF_ACTIONS,
  ...KEY_ACTIONS,
  ...BACKUP_ACTIONS,
] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];

/** Outcome of the logged action; `match` and `no-match` are answers of a verification. */
export const LOG_OUTCOMES = ['done', 'refused', 'match', 'no-match', 'failed'] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];
