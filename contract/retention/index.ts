/** The manifest of retention. */
import { defineContract } from '../manifest.ts';
import { retentionActions } from './log.ts';
import { retentionRoutes } from './routes.ts';
import { RETENTION_ACTION_WORDS } from './lists.ts';

export const retentionContract = defineContract({
  routes: retentionRoutes,
  areas: { retention: '保存期限' },
  actions: retentionActions,
  actionWords: RETENTION_ACTION_WORDS,
  topics: ['retention'],
});
