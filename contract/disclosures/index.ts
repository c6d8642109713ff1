/** The manifest of disclosures. */
import { defineContract } from '../manifest.ts';
import { disclosureActions } from './log.ts';
import { disclosuresRoutes } from './routes.ts';

export const disclosuresContract = defineContract({
  routes: disclosuresRoutes,
  areas: { disclosures: '对外提供' },
  actions: disclosureActions,
  topics: ['disclosures'],
});
