/** The manifest of computer checks. */
import { defineContract } from '../manifest.ts';
import { computerChecksActions, computerChecksRoutes } from './routes.ts';

export const computerChecksContract = defineContract({
  routes: computerChecksRoutes,
  areas: { computer: '电脑检查' },
  actions: computerChecksActions,
  topics: ['computer'],
});
