/** The page of the inventory of fields. */
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { inventoryAlert } from './inventory-alert.ts';
import { basisWords, itemWords, purposeWords } from './line-words.ts';
import { inventoryWords } from './words.ts';

export const inventoryPage = definePage({
  name: 'inventory',
  area: 'compliance',
  roles: ['supervisor', 'admin'],
  title: (t) => t('inventory.title'),
  messages: inventoryWords,
  alert: inventoryAlert,
  log: {
    'inventory-change': ({ t }, detail) =>
      together([itemWords(t, detail.item), purposeWords(t, detail), ...basisWords(t, detail)]),
    'inventory-print': ({ t }, detail) =>
      together([t('inventory.log.pages', { count: detail.pages }), detail.sha256?.slice(0, 12) ?? '']),
  },
  load: () => import('./InventoryPage.tsx').then(({ InventoryPage }) => InventoryPage),
});
