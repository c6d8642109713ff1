/** Documents in the bell: what waits for the signature of whoever is signed in. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { proceduresStore } from './stores.ts';

function procedureAlertOf({ t }: Around): Alert | null {
  const count = proceduresStore.getState().due?.documents.filter(({ due }) => due).length ?? 0;
  return count === 0
    ? null
    : {
        id: 'procedures-to-sign',
        tone: 'amber',
        words: t('procedures.bell', { count }),
        page: 'procedures',
        begins: 'undertakings',
      };
}

export const procedureAlert: AlertSource = {
  ask: () => proceduresStore.getState().readDue(),
  subscribe: proceduresStore.subscribe,
  alertOf: procedureAlertOf,
};
