/** That files with residents' numbers lie about, or that nobody has looked for long: for whoever sees to it. */
import type { AlertSource } from '../pages/define-page.ts';
import { sweepDueStore } from './stores.ts';

export const sweepAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : sweepDueStore.getState().read()),
  subscribe: sweepDueStore.subscribe,
  alertOf: ({ t, role }) => {
    const { open, overdueSince } = sweepDueStore.getState();
    if (role === 'receptionist' || (open === 0 && overdueSince === null)) return null;
    return {
      id: 'sweep',
      tone: 'amber',
      words: open > 0 ? t('sweep.bell.open', { number: open }) : t('sweep.bell.overdue'),
      page: 'sweep',
    };
  },
};
