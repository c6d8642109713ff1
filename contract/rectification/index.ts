/** The manifest of rectification. */
import { defineContract } from '../manifest.ts';
import { rectificationActions } from './log.ts';
import { rectificationRoutes } from './routes.ts';

export const rectificationContract = defineContract({
  routes: rectificationRoutes,
  actions: rectificationActions,
  topics: ['rectification'],
});
