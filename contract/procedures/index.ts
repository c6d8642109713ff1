/** The manifest of procedures. */
import { defineContract } from '../manifest.ts';
import { procedureActions } from './log.ts';
import { proceduresRoutes } from './routes.ts';
import { PROCEDURES_ACTION_WORDS } from './lists.ts';

export const proceduresContract = defineContract({
  routes: proceduresRoutes,
  areas: { procedures: '制度' },
  actions: procedureActions,
  actionWords: PROCEDURES_ACTION_WORDS,
  topics: ['procedures'],
});
