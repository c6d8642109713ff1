/** The page of the inventory of fields. */
import { oversightAlert, definePage, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { basisWords, purposeWords } from './line-words.ts';
import { inventoryWords } from './words.ts';
import { inventoryStore } from './stores.ts';
import { i18n } from '../messages/i18n.ts';

export const inventoryPage = definePage({
  name: 'inventory',
  at: { tab: 'registers', place: 10 },
  mends: { inventory: { by: 'admin', isOpenToBoth: true }, 'number-of-people': { by: 'both' } },
  follows: { inventory: () => inventoryStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('inventory.title'),
  called: ['清单 有哪些资料 字段 用途', 'inventory, what we keep, purposes'],
  messages: inventoryWords,
  alert: oversightAlert(inventoryStore, (state) => state.readDue(), inventoryAlertOf),
  log: {
    'inventory-change': ({ t }, detail) =>
      together([t(`inventory.items.${detail.item}`), purposeWords(t, detail), ...basisWords(t, detail)]),
    'inventory-print': ({ t }, detail) =>
      together([t('inventory.log.pages', { count: detail.pages }), detail.sha256?.slice(0, 12) ?? '']),
  },
  load: () => import('./InventoryPage.tsx').then(({ InventoryPage }) => InventoryPage),
});

/** The inventory in the bell: a line that lacks its purpose or basis, and a number of people that comes to a limit. */
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
