/** The manifest of training. */
import { defineContract } from '../manifest.ts';
import { trainingActions, trainingRoutes } from './routes.ts';

export const trainingContract = defineContract({
  routes: trainingRoutes,
  actions: trainingActions,
  topics: ['training'],
});
