/** The computer in the bell: a check that is over, and what the last one has found. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { countOf } from './count-of.ts';
import { computerChecksStore } from './stores.ts';

function computerAlertOf({ t, role }: Around): Alert | null {
  const { view } = computerChecksStore.getState();
  if (view === null || role === 'receptionist') return null;
  const [last] = view.checks;
  const found = last === undefined ? 0 : countOf(last, 'no');
  if (view.due.state === 'overdue')
    return { id: 'computer-due', tone: 'amber', words: t('computer.bell.due'), page: 'computer-checks' };
  return found === 0
    ? null
    : {
        id: 'computer-found',
        tone: 'amber',
        words: t('computer.bell.found', { count: found }),
        page: 'computer-checks',
      };
}

export const computerAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : computerChecksStore.getState().read()),
  subscribe: computerChecksStore.subscribe,
  alertOf: computerAlertOf,
};
