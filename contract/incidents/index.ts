/** The manifest of incidents. */
import { defineContract } from '../manifest.ts';
import { incidentActions } from './log.ts';
import { incidentsRoutes } from './routes.ts';
import { INCIDENTS_ACTION_WORDS } from './lists.ts';

export const incidentsContract = defineContract({
  routes: incidentsRoutes,
  areas: { incidents: '安全事件' },
  actions: incidentActions,
  actionWords: INCIDENTS_ACTION_WORDS,
  topics: ['incidents'],
});
