/** That the log's second place was not written for days: for everybody, since whoever is at the desk can plug it in. */
import type { AlertSource } from '../pages/define-page.ts';
import { secondWarningStore } from './stores.ts';

export const secondLogAlert: AlertSource = {
  ask: () => secondWarningStore.getState().read(),
  subscribe: secondWarningStore.subscribe,
  alertOf: ({ t, role }) =>
    secondWarningStore.getState().overdue
      ? {
          id: 'second-warning',
          tone: 'amber',
          words: t('secondLog.footer'),
          hint: t('secondLog.overdue'),
          page: role === 'receptionist' ? null : 'second-log',
        }
      : null,
};
