/** That files with residents' numbers lie about, or that nobody has looked for long: for whoever sees to it. */
import type { Translate } from '../messages/translate.ts';
import type { AlertSource } from '../pages/define-page.ts';
import { sweepDueStore } from './stores.ts';

const wordsOf = (t: Translate, open: number, openUnread: number, left: number): string => {
  if (left > 0) return t('sweep.bell.left', { number: left });
  if (open > 0) return t('sweep.bell.open', { number: open });
  return openUnread > 0 ? t('sweep.bell.unread', { number: openUnread }) : t('sweep.bell.overdue');
};

export const sweepAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : sweepDueStore.getState().read()),
  subscribe: sweepDueStore.subscribe,
  alertOf: ({ t, role }) => {
    const { open, openUnread, overdueSince, left } = sweepDueStore.getState();
    if (role === 'receptionist' || (open + openUnread + left === 0 && overdueSince === null)) return null;
    return { id: 'sweep', tone: 'amber', words: wordsOf(t, open, openUnread, left), page: 'sweep' };
  },
};
