/** The manifest of walk round. */
import { defineContract } from '../manifest.ts';
import { walkRoundActions } from './log.ts';
import { walkRoundRoutes } from './routes.ts';

export const walkRoundContract = defineContract({
  routes: walkRoundRoutes,
  areas: { walks: '巡查' },
  actions: walkRoundActions,
  topics: ['walks'],
});
