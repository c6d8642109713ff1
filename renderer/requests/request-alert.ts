/** Requests in the bell: those that should have been answered by now, for everybody at the desk. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { requestsStore } from './stores.ts';

function requestAlertOf({ t }: Around): Alert | null {
  const overdue = requestsStore.getState().due?.overdue ?? 0;
  return overdue === 0
    ? null
    : {
        id: 'requests-overdue',
        tone: 'harm',
        words: t('requests.bell', { count: overdue }),
        page: 'requests',
      };
}

export const requestAlert: AlertSource = {
  ask: () => requestsStore.getState().readDue(),
  subscribe: requestsStore.subscribe,
  alertOf: requestAlertOf,
};
