/** The manifest of limits. */
import { defineContract } from '../manifest.ts';
import { limitsActions } from './log.ts';
import { limitsRoutes } from './routes.ts';
import { LIMITS_ACTION_WORDS } from './lists.ts';

export const limitsContract = defineContract({
  routes: limitsRoutes,
  areas: { alerts: '预警', limits: '限额' },
  actions: limitsActions,
  actionWords: LIMITS_ACTION_WORDS,
  topics: ['limits', 'alerts'],
});
