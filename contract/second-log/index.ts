/** The manifest of second log. */
import { defineContract } from '../manifest.ts';
import { secondLogActions, secondLogRoutes } from './routes.ts';

export const secondLogContract = defineContract({
  routes: secondLogRoutes,
  areas: { second: '记录存放处' },
  actions: secondLogActions,
  topics: ['second-log'],
});
