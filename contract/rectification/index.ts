/** The manifest of rectification. */
import { defineContract } from '../manifest.ts';
import { rectificationActions } from './log.ts';
import { rectificationRoutes } from './routes.ts';
import { RECTIFICATION_ACTION_WORDS } from './lists.ts';

export const rectificationContract = defineContract({
  routes: rectificationRoutes,
  areas: { rectification: '整改' },
  actions: rectificationActions,
  actionWords: RECTIFICATION_ACTION_WORDS,
  topics: ['rectification'],
});
