/** The manifest of procedures. */
import { defineContract } from '../manifest.ts';
import { procedureActions } from './log.ts';
import { proceduresRoutes } from './routes.ts';

export const proceduresContract = defineContract({
  routes: proceduresRoutes,
  areas: { procedures: '制度' },
  actions: procedureActions,
  topics: ['procedures'],
});
