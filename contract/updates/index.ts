/** The manifest of updates. */
import { defineContract } from '../manifest.ts';
import { UPDATES_ACTION_WORDS } from './lists.ts';
import { updatesActions, updatesRoutes } from './routes.ts';

export const updatesContract = defineContract({
  routes: updatesRoutes,
  areas: { updates: '程序更新' },
  actions: updatesActions,
  actionWords: UPDATES_ACTION_WORDS,
});
