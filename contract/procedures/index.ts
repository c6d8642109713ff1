/** The manifest of procedures. */
import { defineContract } from '../manifest.ts';
import { procedureActions } from './log.ts';
import { proceduresRoutes } from './routes.ts';

export const proceduresContract = defineContract({
  routes: proceduresRoutes,
  actions: procedureActions,
  topics: ['procedures'],
});
