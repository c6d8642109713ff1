/** The manifest of incidents. */
import { defineContract } from '../manifest.ts';
import { incidentActions } from './log.ts';
import { incidentsRoutes } from './routes.ts';

export const incidentsContract = defineContract({
  routes: incidentsRoutes,
  areas: { incidents: '安全事件' },
  actions: incidentActions,
  topics: ['incidents'],
});
