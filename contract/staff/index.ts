/** The manifest of staff. */
import { defineContract } from '../manifest.ts';
import { staffActions } from './log.ts';
import { staffRoutes } from './routes.ts';
import { STAFF_ACTION_WORDS } from './lists.ts';

export const staffContract = defineContract({
  routes: staffRoutes,
  areas: { shift: '交班', staff: '人员' },
  actions: staffActions,
  actionWords: STAFF_ACTION_WORDS,
  topics: ['staff'],
});
