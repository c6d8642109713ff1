/** The manifest of inspection. */
import { defineContract } from '../manifest.ts';
import { inspectionActions } from './log.ts';
import { inspectionRoutes } from './routes.ts';

export const inspectionContract = defineContract({
  routes: inspectionRoutes,
  actions: inspectionActions,
  topics: ['inspection'],
});
