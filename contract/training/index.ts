/** The manifest of training. */
import { defineContract } from '../manifest.ts';
import { trainingActions, trainingRoutes } from './routes.ts';

export const trainingContract = defineContract({
  routes: trainingRoutes,
  areas: { training: '培训' },
  actions: trainingActions,
  topics: ['training'],
});
