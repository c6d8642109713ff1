/** The manifest of estate transfer. */
import { defineContract } from '../manifest.ts';
import { estateTransferActions } from './log.ts';
import { estateTransferRoutes } from './routes.ts';
import { ESTATE_TRANSFER_ACTION_WORDS } from './lists.ts';

export const estateTransferContract = defineContract({
  routes: estateTransferRoutes,
  areas: { estateTransfer: '项目移交' },
  actions: estateTransferActions,
  actionWords: ESTATE_TRANSFER_ACTION_WORDS,
  topics: ['estate-transfer'],
});
