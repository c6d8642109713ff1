/** The manifest of requests. */
import { defineContract } from '../manifest.ts';
import { requestActions } from './log.ts';
import { requestsRoutes } from './routes.ts';

export const requestsContract = defineContract({
  routes: requestsRoutes,
  areas: { requests: '个人请求' },
  actions: requestActions,
  topics: ['requests'],
});
