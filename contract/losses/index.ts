/** The manifest of changes that were not kept. */
import { defineContract } from '../manifest.ts';
import { LOSSES_ACTION_WORDS } from './lists.ts';
import { lossesActions } from './log.ts';
import { lossesRoutes } from './routes.ts';

export const lossesContract = defineContract({
  routes: lossesRoutes,
  areas: { losses: '未保留的改动' },
  actions: lossesActions,
  actionWords: LOSSES_ACTION_WORDS,
  topics: ['losses'],
});
