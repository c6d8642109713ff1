/** The manifest of walk round. */
import { defineContract } from '../manifest.ts';
import { walkRoundActions } from './log.ts';
import { walkRoundRoutes } from './routes.ts';
import { WALK_ROUND_ACTION_WORDS } from './lists.ts';

export const walkRoundContract = defineContract({
  routes: walkRoundRoutes,
  areas: { walks: '巡查' },
  actions: walkRoundActions,
  actionWords: WALK_ROUND_ACTION_WORDS,
  topics: ['walks'],
});
