/** The manifest of requests. */
import { defineContract } from '../manifest.ts';
import { requestActions } from './log.ts';
import { requestsRoutes } from './routes.ts';
import { REQUESTS_ACTION_WORDS } from './lists.ts';

export const requestsContract = defineContract({
  routes: requestsRoutes,
  areas: { requests: '个人请求' },
  actions: requestActions,
  actionWords: REQUESTS_ACTION_WORDS,
  topics: ['requests'],
});
