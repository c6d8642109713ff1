/** The manifest of estate transfer. */
import { defineContract } from '../manifest.ts';
import { estateTransferActions } from './log.ts';
import { estateTransferRoutes } from './routes.ts';

export const estateTransferContract = defineContract({
  routes: estateTransferRoutes,
  actions: estateTransferActions,
  topics: ['estate-transfer'],
});
