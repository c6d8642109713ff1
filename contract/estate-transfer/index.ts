/** The manifest of estate transfer. */
import { defineContract } from '../manifest.ts';
import { estateTransferActions } from './log.ts';
import { estateTransferRoutes } from './routes.ts';

export const estateTransferContract = defineContract({
  routes: estateTransferRoutes,
  areas: { estateTransfer: '项目移交' },
  actions: estateTransferActions,
  topics: ['estate-transfer'],
});
