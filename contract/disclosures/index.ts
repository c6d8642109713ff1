/** The manifest of disclosures. */
import { defineContract } from '../manifest.ts';
import { disclosureActions } from './log.ts';
import { disclosuresRoutes } from './routes.ts';
import { DISCLOSURES_ACTION_WORDS } from './lists.ts';

export const disclosuresContract = defineContract({
  routes: disclosuresRoutes,
  areas: { disclosures: '对外提供' },
  actions: disclosureActions,
  actionWords: DISCLOSURES_ACTION_WORDS,
  topics: ['disclosures'],
});
