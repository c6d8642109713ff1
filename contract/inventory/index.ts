/** The manifest of inventory. */
import { defineContract } from '../manifest.ts';
import { inventoryActions } from './log.ts';
import { inventoryRoutes } from './routes.ts';
import { INVENTORY_ACTION_WORDS } from './lists.ts';

export const inventoryContract = defineContract({
  routes: inventoryRoutes,
  areas: { inventory: '信息清单' },
  actions: inventoryActions,
  actionWords: INVENTORY_ACTION_WORDS,
  topics: ['inventory'],
});
