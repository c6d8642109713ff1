/** The tracker in the bell: what is overdue, and notices whose day is near. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { rectificationStore } from './stores.ts';

function alertOf({ t }: Around): Alert | null {
  const { due } = rectificationStore.getState();
  if (due === null || due.overdue + due.notices === 0) return null;
  return {
    id: 'rectification-due',
    tone: due.overdue > 0 ? 'harm' : 'amber',
    words:
      due.overdue > 0
        ? t('rectification.bell', { count: due.overdue })
        : t('rectification.bellNotices', { count: due.notices }),
    page: 'rectification',
  };
}

export const rectificationAlert: AlertSource = {
  ask: async (role) => {
    if (role !== 'receptionist') await rectificationStore.getState().readDue();
  },
  subscribe: rectificationStore.subscribe,
  alertOf,
};
