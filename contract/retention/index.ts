/** The manifest of retention. */
import { defineContract } from '../manifest.ts';
import { retentionActions } from './log.ts';
import { retentionRoutes } from './routes.ts';

export const retentionContract = defineContract({
  routes: retentionRoutes,
  areas: { retention: '保存期限' },
  actions: retentionActions,
  topics: ['retention'],
});
