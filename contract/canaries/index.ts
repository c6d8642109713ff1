/** The manifest of canaries. */
import { defineContract } from '../manifest.ts';
import { canariesActions } from './log.ts';
import { canariesRoutes } from './routes.ts';

export const canariesContract = defineContract({
  routes: canariesRoutes,
  areas: { canaries: '哨兵档案' },
  actions: canariesActions,
});
