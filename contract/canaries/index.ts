/** The manifest of canaries. */
import { defineContract } from '../manifest.ts';
import { canariesActions } from './log.ts';
import { canariesRoutes } from './routes.ts';
import { CANARIES_ACTION_WORDS } from './lists.ts';

export const canariesContract = defineContract({
  routes: canariesRoutes,
  areas: { canaries: '哨兵档案' },
  actions: canariesActions,
  actionWords: CANARIES_ACTION_WORDS,
});
