/** Retention in the bell: who was deleted and is back by a restore, who is due for deletion, and a deletion that was not looked at. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { retentionStore } from './stores.ts';

function retentionAlertOf({ t }: Around): Alert | null {
  const { due } = retentionStore.getState();
  if (due === null) return null;
  const said = (words: string): Alert => ({ id: 'retention-due', tone: 'amber', words, page: 'retention' });
  if (due.returned > 0)
    return { ...said(t('retention.bellReturned', { count: due.returned })), tone: 'harm' };
  if (due.gap) return said(t('retention.bellGap'));
  if (due.unchecked > 0) return said(t('retention.bellUnchecked'));
  if (due.people > 0) return said(t('retention.bell', { count: due.people }));
  return due.records > 0 ? said(t('retention.bellRecords')) : null;
}

export const retentionAlert: AlertSource = {
  ask: async (role) => {
    if (role !== 'receptionist') await retentionStore.getState().readDue();
  },
  subscribe: retentionStore.subscribe,
  alertOf: retentionAlertOf,
};
