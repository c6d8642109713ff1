/** The manifest of print. */
import { defineContract } from '../manifest.ts';
import { printActions } from './log.ts';
import { printRoutes } from './routes.ts';
import { PRINT_ACTION_WORDS } from './lists.ts';

export const printContract = defineContract({
  routes: printRoutes,
  areas: { print: '打印' },
  actions: printActions,
  actionWords: PRINT_ACTION_WORDS,
});
