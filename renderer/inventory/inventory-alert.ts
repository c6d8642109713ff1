/** The inventory in the bell: a line that lacks its purpose or basis, and a number of people that comes to a limit. */
import { i18n } from '../messages/i18n.ts';
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { inventoryStore } from './stores.ts';

function inventoryAlertOf({ t }: Around): Alert | null {
  const { due } = inventoryStore.getState();
  if (due === null) return null;
  if (due.findings > 0)
    return {
      id: 'inventory-findings',
      tone: 'harm',
      words: t('inventory.bell.findings', { count: due.findings }),
      page: 'inventory',
    };
  if (due.limit === null || due.limit.state === 'below') return null;
  return {
    id: `inventory-limit-${due.limit.id}`,
    tone: due.limit.state === 'reached' ? 'harm' : 'amber',
    words: t(`inventory.bell.${due.limit.state}`, {
      title: i18n.language === 'en' ? due.limit.titleEn : due.limit.title,
    }),
    page: 'inventory',
  };
}

export const inventoryAlert: AlertSource = {
  // A receptionist can do nothing about it, and is not told.
  ask: async (role) => (role === 'receptionist' ? undefined : inventoryStore.getState().readDue()),
  subscribe: inventoryStore.subscribe,
  alertOf: inventoryAlertOf,
};
