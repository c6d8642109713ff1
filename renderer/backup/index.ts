/** The page of backups: where they go, which there are, and a restore. */
import { definePage, holdWhile, type AlertSource } from '../pages/define-page.ts';
import { backupStore, backupWarningStore } from './stores.ts';

/** That backups are overdue, or lie where the records lie: for everybody to know, for an admin to see to. */
const backupAlert: AlertSource = {
  ask: () => backupWarningStore.getState().read(),
  subscribe: backupWarningStore.subscribe,
  alertOf: ({ t, role }) => {
    const { warning } = backupWarningStore.getState();
    if (warning === null) return null;
    const alert = { id: 'backup-warning', tone: 'amber', words: t(`backup.footer.${warning}`) } as const;
    return role === 'admin'
      ? { ...alert, page: 'backup' }
      : { ...alert, page: null, hint: t('bell.tellAdmin') };
  },
};

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
