/** The manifest of other systems. */
import { defineContract } from '../manifest.ts';
import { otherSystemsActions, otherSystemsRoutes } from './routes.ts';
import { OTHER_SYSTEMS_ACTION_WORDS } from './lists.ts';

export const otherSystemsContract = defineContract({
  routes: otherSystemsRoutes,
  areas: { systems: '其他系统' },
  actions: otherSystemsActions,
  actionWords: OTHER_SYSTEMS_ACTION_WORDS,
});
