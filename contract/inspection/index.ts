/** The manifest of inspection. */
import { defineContract } from '../manifest.ts';
import { inspectionActions } from './log.ts';
import { inspectionRoutes } from './routes.ts';

export const inspectionContract = defineContract({
  routes: inspectionRoutes,
  areas: { inspection: '检查查看' },
  actions: inspectionActions,
  topics: ['inspection'],
});
