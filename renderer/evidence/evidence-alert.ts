/** Alert source of the bell for evidence: the number of duties whose evidence has to be renewed, in one line. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { evidenceStore } from './stores.ts';

function evidenceAlertOf({ t }: Around): Alert | null {
  const evidence = evidenceStore.getState().dashboard?.evidence ?? [];
  const stale = evidence.filter(({ state }) => state === 'stale').length;
  return stale === 0
    ? null
    : {
        id: 'evidence-stale',
        tone: 'amber',
        words: t('evidence.bell', { number: stale }),
        page: 'evidence',
      };
}

export const evidenceAlert: AlertSource = {
  ask: async (role) => {
    if (role !== 'receptionist') await evidenceStore.getState().read();
  },
  subscribe: evidenceStore.subscribe,
  alertOf: evidenceAlertOf,
};
