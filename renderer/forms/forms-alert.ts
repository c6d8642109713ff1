/** Forms in the bell: those that are due again, and data files that cannot be read. A form that was never filled in is the dashboard's to say. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { formsStore } from './stores.ts';

function alertOf({ t }: Around): Alert | null {
  const { due } = formsStore.getState();
  if (due === null || due.overdue + due.soon + due.unreadable === 0) return null;
  const words =
    due.unreadable > 0
      ? t('forms.bellUnreadable', { count: due.unreadable })
      : due.overdue > 0
        ? t('forms.bell', { count: due.overdue })
        : t('forms.bellSoon', { count: due.soon });
  return { id: 'forms-due', tone: due.overdue > 0 ? 'harm' : 'amber', words, page: 'forms' };
}

export const formsAlert: AlertSource = {
  ask: async (role) => {
    if (role !== 'receptionist') await formsStore.getState().readDue();
  },
  subscribe: formsStore.subscribe,
  alertOf,
};
