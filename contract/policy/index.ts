/** The manifest of policy. */
import { defineContract } from '../manifest.ts';
import { policyActions } from './log.ts';
import { policyRoutes } from './routes.ts';
import { POLICY_ACTION_WORDS } from './lists.ts';

export const policyContract = defineContract({
  routes: policyRoutes,
  areas: { policy: '脱敏规则' },
  actions: policyActions,
  actionWords: POLICY_ACTION_WORDS,
  topics: ['policy'],
});
