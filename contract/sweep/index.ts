/** The manifest of sweep. */
import { defineContract } from '../manifest.ts';
import { sweepActions } from './log.ts';
import { sweepRoutes } from './routes.ts';
import { SWEEP_ACTION_WORDS } from './lists.ts';

export const sweepContract = defineContract({
  routes: sweepRoutes,
  areas: { sweep: '遗留文件' },
  actions: sweepActions,
  actionWords: SWEEP_ACTION_WORDS,
  topics: ['sweep'],
});
