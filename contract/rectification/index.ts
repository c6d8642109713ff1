/** The manifest of rectification. */
import { defineContract } from '../manifest.ts';
import { rectificationActions } from './log.ts';
import { rectificationRoutes } from './routes.ts';

export const rectificationContract = defineContract({
  routes: rectificationRoutes,
  areas: { rectification: '整改' },
  actions: rectificationActions,
  topics: ['rectification'],
});
