/** The manifest of ID numbers. */
import { defineContract } from '../manifest.ts';
import { ID_NUMBERS_ACTION_WORDS } from './lists.ts';
import { idNumbersActions } from './log.ts';
import { idNumbersRoutes } from './routes.ts';

export const idNumbersContract = defineContract({
  routes: idNumbersRoutes,
  areas: { idNumbers: '证件号码' },
  actions: idNumbersActions,
  actionWords: ID_NUMBERS_ACTION_WORDS,
  topics: ['idNumbers'],
});
