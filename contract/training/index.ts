/** The manifest of training. */
import { defineContract } from '../manifest.ts';
import { trainingActions, trainingRoutes } from './routes.ts';
import { TRAINING_ACTION_WORDS } from './lists.ts';

export const trainingContract = defineContract({
  routes: trainingRoutes,
  areas: { training: '培训' },
  actions: trainingActions,
  actionWords: TRAINING_ACTION_WORDS,
  topics: ['training'],
});
