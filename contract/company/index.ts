/** The manifest of the company's facts. */
import { defineContract } from '../manifest.ts';
import { COMPANY_ACTION_WORDS } from './lists.ts';
import { companyActions } from './log.ts';
import { companyRoutes } from './routes.ts';

export const companyContract = defineContract({
  routes: companyRoutes,
  areas: { company: '公司信息' },
  actions: companyActions,
  actionWords: COMPANY_ACTION_WORDS,
  topics: ['company'],
});
