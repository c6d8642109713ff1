/** The manifest of computer checks. */
import { defineContract } from '../manifest.ts';
import { computerChecksActions, computerChecksRoutes } from './routes.ts';
import { COMPUTER_CHECKS_ACTION_WORDS } from './lists.ts';

export const computerChecksContract = defineContract({
  routes: computerChecksRoutes,
  areas: { computer: '电脑检查' },
  actions: computerChecksActions,
  actionWords: COMPUTER_CHECKS_ACTION_WORDS,
  topics: ['computer'],
});
