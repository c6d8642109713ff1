/** The manifest of inventory. */
import { defineContract } from '../manifest.ts';
import { inventoryActions } from './log.ts';
import { inventoryRoutes } from './routes.ts';

export const inventoryContract = defineContract({
  routes: inventoryRoutes,
  areas: { inventory: '信息清单' },
  actions: inventoryActions,
  topics: ['inventory'],
});
