/** That the next walk-round is due, in the bell of whoever sees to it. Nobody is told before the first. */
import type { AlertSource } from '../pages/define-page.ts';
import { walksStore } from './stores.ts';

export const walkAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : walksStore.getState().readDue()),
  subscribe: walksStore.subscribe,
  alertOf: ({ t, role }) => {
    const daysLeft = walksStore.getState().due?.daysLeft ?? null;
    if (role === 'receptionist' || daysLeft === null || daysLeft >= 0) return null;
    return {
      id: 'walk-round',
      tone: 'amber',
      words: t('walks.bell', { count: -daysLeft }),
      page: 'walk-round',
    };
  },
};
