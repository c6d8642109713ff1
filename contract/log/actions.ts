/**
 * What the log has entries of, group by group. Without schemas, so that pages can read it; the schema of each action's detail stands in the
 * file of its group. A list only grows: an entry that was written once is read for as long as the log exists.
 */

/** Signing in, the lock, and what stands guard around a session. */
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
export const TASK_ACTIONS = ['note', 'room-check', 'break-glass', 'glass-seen'] as const;
export const IMPORT_ACTIONS = [
  'import-preview',
  'import',
  'import-undo',
  'import-rejects',
  'import-dispose',
  'import-layout',
] as const;
/** About the log itself. */
export const READING_ACTIONS = ['log-read', 'log-verify'] as const;
export const POLICY_ACTIONS = ['policy'] as const;
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
export const KEY_ACTIONS = ['rotation-begun', 'rotation'] as const;
export const BACKUP_ACTIONS = [
  'backup',
  'backup-settings',
  'backup-test',
  'backup-restore',
  'recovery',
] as const;

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

export const LOG_OUTCOMES = ['done', 'refused', 'match', 'no-match', 'failed'] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];
