/** The manifest of people. */
import { defineContract } from '../manifest.ts';
import { peopleActions } from './log.ts';
import { peopleRoutes } from './routes.ts';
import { PEOPLE_ACTION_WORDS } from './lists.ts';

export const peopleContract = defineContract({
  routes: peopleRoutes,
  areas: { people: '住户' },
  actions: peopleActions,
  actionWords: PEOPLE_ACTION_WORDS,
});
