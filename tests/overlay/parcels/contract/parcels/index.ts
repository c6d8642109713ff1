/** The manifest of parcels. */
import { defineContract } from '../manifest.ts';
import { parcelsActions } from './log.ts';
import { parcelsRoutes } from './routes.ts';

export const parcelsContract = defineContract({
  routes: parcelsRoutes,
  areas: { parcels: '快递' },
  actions: parcelsActions,
  topics: ['parcels'],
});
