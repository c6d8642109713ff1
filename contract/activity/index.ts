/** The manifest of activity. */
import { defineContract } from '../manifest.ts';
import { ACTIVITY_ACTION_WORDS } from './lists.ts';
import { activityActions } from './log.ts';
import { activityRoutes } from './routes.ts';

export const activityContract = defineContract({
  routes: activityRoutes,
  areas: { activity: '概况' },
  actions: activityActions,
  actionWords: ACTIVITY_ACTION_WORDS,
});
