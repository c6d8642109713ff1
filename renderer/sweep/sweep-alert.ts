/** That files with residents' numbers lie about, or that nobody has looked for long: for whoever sees to it. */
import type { Translate } from '../messages/translate.ts';
import type { AlertSource } from '../pages/define-page.ts';
import { sweepDueStore } from './stores.ts';

const wordsOf = (t: Translate, open: number, left: number): string => {
  if (left > 0) return t('sweep.bell.left', { number: left });
  return open > 0 ? t('sweep.bell.open', { number: open }) : t('sweep.bell.overdue');
};

export const sweepAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : sweepDueStore.getState().read()),
  subscribe: sweepDueStore.subscribe,
  alertOf: ({ t, role }) => {
    const { open, overdueSince, left } = sweepDueStore.getState();
    if (role === 'receptionist' || (open + left === 0 && overdueSince === null)) return null;
    return {
      id: 'sweep',
      tone: 'amber',
      words: wordsOf(t, open, left),
      page: 'sweep',
    };
  },
};
