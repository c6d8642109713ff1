/** The manifest of inspection. */
import { defineContract } from '../manifest.ts';
import { inspectionActions } from './log.ts';
import { inspectionRoutes } from './routes.ts';
import { INSPECTION_ACTION_WORDS } from './lists.ts';

export const inspectionContract = defineContract({
  routes: inspectionRoutes,
  areas: { inspection: '检查模式' },
  actions: inspectionActions,
  actionWords: INSPECTION_ACTION_WORDS,
  topics: ['inspection'],
});
