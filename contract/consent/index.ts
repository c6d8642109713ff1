/** The manifest of consent. */
import { defineContract } from '../manifest.ts';
import { consentActions } from './log.ts';
import { consentRoutes } from './routes.ts';
import { CONSENT_ACTION_WORDS } from './lists.ts';

export const consentContract = defineContract({
  routes: consentRoutes,
  areas: { consent: '告知与同意' },
  actions: consentActions,
  actionWords: CONSENT_ACTION_WORDS,
  topics: ['consent'],
});
