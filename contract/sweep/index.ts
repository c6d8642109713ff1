/** The manifest of sweep. */
import { defineContract } from '../manifest.ts';
import { sweepActions } from './log.ts';
import { sweepRoutes } from './routes.ts';

export const sweepContract = defineContract({
  routes: sweepRoutes,
  areas: { sweep: '遗留文件' },
  actions: sweepActions,
  topics: ['sweep'],
});
