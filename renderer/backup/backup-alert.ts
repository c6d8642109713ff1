/** That backups are overdue, or lie where the records lie: for everybody to know, for an admin to see to. */
import type { AlertSource } from '../pages/define-page.ts';
import { backupWarningStore } from './stores.ts';

export const backupAlert: AlertSource = {
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
