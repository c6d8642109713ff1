/** The page of the inventory of fields. */
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { inventoryAlert } from './inventory-alert.ts';
import { basisWords, purposeWords } from './line-words.ts';
import { inventoryWords } from './words.ts';
import { inventoryStore } from './stores.ts';

export const inventoryPage = definePage({
  name: 'inventory',
  at: { tab: 'registers', place: 10 },
  mends: { inventory: { by: 'admin', isOpenToBoth: true }, 'number-of-people': { by: 'both' } },
  follows: { inventory: () => inventoryStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('inventory.title'),
  called: ['清单 有哪些资料 字段 用途', 'inventory, what we keep, purposes'],
  messages: inventoryWords,
  alert: inventoryAlert,
  log: {
    'inventory-change': ({ t }, detail) =>
      together([t(`inventory.items.${detail.item}`), purposeWords(t, detail), ...basisWords(t, detail)]),
    'inventory-print': ({ t }, detail) =>
      together([t('inventory.log.pages', { count: detail.pages }), detail.sha256?.slice(0, 12) ?? '']),
  },
  load: () => import('./InventoryPage.tsx').then(({ InventoryPage }) => InventoryPage),
});
