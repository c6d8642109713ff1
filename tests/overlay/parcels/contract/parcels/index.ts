/** The manifest of parcels. */
import { defineContract } from '../manifest.ts';
import { PARCELS_ACTION_WORDS } from './lists.ts';
import { parcelsActions } from './log.ts';
import { parcelsRoutes } from './routes.ts';

export const parcelsContract = defineContract({
  routes: parcelsRoutes,
  areas: { parcels: '快递' },
  actions: parcelsActions,
  actionWords: PARCELS_ACTION_WORDS,
  topics: ['parcels'],
});
