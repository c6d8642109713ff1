/** The page of backups: where they go, which there are, and a restore. */
import { definePage, holdWhile } from '../pages/define-page.ts';
import { backupStore, backupWarningStore } from './stores.ts';
import { backupAlert } from './backup-alert.ts';

export const backupPage = definePage({
  name: 'backup',
  at: { tab: 'keys', place: 20 },
  mends: { backups: { by: 'admin' } },
  follows: { backups: () => backupWarningStore.getState().read() },
  timely: ['backups'],
  roles: ['admin'],
  title: (t) => t('backup.title'),
  called: ['u盘 还原 恢复 硬盘 备份盘', 'backup, restore, usb drive, disk'],
  alert: backupAlert,
  alone: holdWhile(backupStore, ({ panel }) => panel.kind === 'restore'),
  // Also when it is done: the store that this session had is no longer in force.
  hold: holdWhile(backupStore, ({ busy, restored }) => busy === 'restoring' || restored !== null),
  left: () => backupStore.getState().leave(),
  load: () => import('./BackupPage.tsx').then(({ BackupPage }) => BackupPage),
});
