/** The manifest of second log. */
import { defineContract } from '../manifest.ts';
import { secondLogActions, secondLogRoutes } from './routes.ts';
import { SECOND_LOG_ACTION_WORDS } from './lists.ts';

export const secondLogContract = defineContract({
  routes: secondLogRoutes,
  areas: { second: '操作记录备份' },
  actions: secondLogActions,
  actionWords: SECOND_LOG_ACTION_WORDS,
  topics: ['second-log'],
});
