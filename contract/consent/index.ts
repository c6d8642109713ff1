/** The manifest of consent. */
import { defineContract } from '../manifest.ts';
import { consentActions } from './log.ts';
import { consentRoutes } from './routes.ts';

export const consentContract = defineContract({
  routes: consentRoutes,
  actions: consentActions,
  topics: ['consent'],
});
