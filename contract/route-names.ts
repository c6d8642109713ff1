/** The names alone, for the preload, which has no use for schemas. routes.ts does not compile unless it covers them all. */

export const ROUTE_NAMES = [
  'vault.status',
  'setup.checkPin', 'setup.begin', 'setup.finish', 'setup.cancel',
  'recovery.look', 'recovery.checkLine', 'recovery.begin', 'recovery.checkPin', 'recovery.prepare', 'recovery.finish', 'recovery.cancel', 'recovery.usePreviousHeader',
  'recovery.findBackups', 'recovery.layBackup',
  'session.unlock', 'session.alarms', 'session.acknowledge',
  'people.search', 'people.searchNext', 'people.findById', 'people.open', 'people.reveal', 'people.openFull', 'people.verify', 'people.add', 'people.edit',
  'rooms.patterns', 'rooms.tryPatterns', 'rooms.savePatterns',
  'people.confirm', 'people.replaced', 'people.restore', 'people.merge', 'people.merges', 'people.undoMerge',
  'records.add', 'records.edit', 'records.end', 'records.remove',
  'rooms.find', 'rooms.open', 'rooms.add', 'rooms.edit',
  'import.open', 'import.preview', 'import.apply', 'import.cancel',
  'import.sheet', 'import.forgetLayout', 'import.saveRejects', 'import.dispose', 'import.list', 'import.checkUndo', 'import.undo',
  'log.list', 'log.verify',
  'tasks.checkRoom', 'notes.add', 'notes.list', 'glass.break', 'glass.list', 'glass.acknowledge',
  'policy.read', 'policy.change', 'policy.cancel',
  'staff.changePin', 'staff.checkPin', 'staff.list', 'staff.add', 'staff.changeRole', 'staff.reset', 'staff.rename', 'staff.remove', 'staff.openSlot',
  'shift.read', 'shift.handOver',
  'keys.due', 'keys.list', 'keys.checkStoreKey', 'keys.rotateStoreKey', 'keys.rotateDeviceSecret', 'keys.rotateTierKeys', 'keys.beginSheet', 'keys.finishSheet', 'keys.cancel',
  'theft.read', 'theft.begin', 'theft.shutOut', 'theft.end',
  'backup.warning', 'backup.read', 'backup.choose', 'backup.make', 'backup.test', 'backup.look', 'backup.restore', 'backup.cancel',
  'repair.find', 'repair.restore',
] as const;
export type RouteName = (typeof ROUTE_NAMES)[number];

/** Main's own few routes (ipcMain): windows, dialogs, printers, settings. None carries a PIN or a resident's field. */
export const SHELL_ROUTE_NAMES = [
  'lock', 'activity', 'pickWorkbook', 'pickRejects', 'pickBackupFolder', 'readSettings', 'writeSettings', 'printSheet', 'saveSheet', 'restartVault', 'appInfo',
] as const;
export type ShellRouteName = (typeof SHELL_ROUTE_NAMES)[number];

/** What the page may call of them. That somebody is there is told by the preload alone, from real input: a script in the page cannot hold off the lock. */
export const PAGE_SHELL_ROUTE_NAMES = SHELL_ROUTE_NAMES.filter((name): name is PageShellRouteName => name !== 'activity');
export type PageShellRouteName = Exclude<ShellRouteName, 'activity'>;

/** What the vault says unasked, over the port. */
export const VAULT_EVENT_NAMES = ['import.progress', 'policy.progress', 'backup.progress', 'keys.progress', 'session.expiring', 'session.readOnly'] as const;
export type VaultEventName = (typeof VAULT_EVENT_NAMES)[number];

/** What main says unasked. */
export const SHELL_EVENT_NAMES = ['idleDeadline', 'idleWarning'] as const;
export type ShellEventName = (typeof SHELL_EVENT_NAMES)[number];
