/** The manifest of policy. */
import { defineContract } from '../manifest.ts';
import { policyActions } from './log.ts';
import { policyRoutes } from './routes.ts';

export const policyContract = defineContract({
  routes: policyRoutes,
  areas: { policy: '脱敏规则' },
  actions: policyActions,
  topics: ['policy'],
});
