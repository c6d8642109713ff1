/** The manifest of reasons. */
import { defineContract } from '../manifest.ts';
import { reasonsActions } from './log.ts';
import { reasonsRoutes } from './routes.ts';
import { REASONS_ACTION_WORDS } from './lists.ts';

export const reasonsContract = defineContract({
  routes: reasonsRoutes,
  areas: { reasons: '查看事由' },
  actions: reasonsActions,
  actionWords: REASONS_ACTION_WORDS,
});
