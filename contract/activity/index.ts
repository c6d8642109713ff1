/** The manifest of activity. */
import { defineContract } from '../manifest.ts';
import { activityRoutes } from './routes.ts';

export const activityContract = defineContract({ routes: activityRoutes, areas: { activity: '概况' } });
