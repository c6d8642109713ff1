/** The manifest of limits. */
import { defineContract } from '../manifest.ts';
import { limitsActions } from './log.ts';
import { limitsRoutes } from './routes.ts';

export const limitsContract = defineContract({
  routes: limitsRoutes,
  actions: limitsActions,
  topics: ['limits', 'alerts'],
});
