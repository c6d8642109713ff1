/** The manifest of sweep. */
import { defineContract } from '../manifest.ts';
import { sweepActions } from './log.ts';
import { sweepRoutes } from './routes.ts';

export const sweepContract = defineContract({
  routes: sweepRoutes,
  actions: sweepActions,
  topics: ['sweep'],
});
