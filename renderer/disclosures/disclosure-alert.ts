/** Files that left the house in the bell: those that their recipients should have deleted by now. */
import { type Alert, type Around, oversightAlert } from '../pages/define-page.ts';
import { disclosuresStore } from './stores.ts';

function disclosureAlertOf({ t }: Around): Alert | null {
  const overdue = disclosuresStore.getState().due?.overdue ?? 0;
  return overdue === 0
    ? null
    : {
        id: 'disclosures-overdue',
        tone: 'harm',
        words: t('disclosures.bell', { count: overdue }),
        page: 'disclosures',
      };
}

export const disclosureAlert = oversightAlert(
  disclosuresStore,
  (state) => state.readDue(),
  disclosureAlertOf,
);
