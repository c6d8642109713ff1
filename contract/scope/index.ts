/** The manifest of scope. */
import { defineContract } from '../manifest.ts';
import { scopeActions } from './log.ts';
import { scopeRoutes } from './routes.ts';
import { SCOPE_ACTION_WORDS } from './lists.ts';

export const scopeContract = defineContract({
  routes: scopeRoutes,
  areas: { scope: '负责范围' },
  actions: scopeActions,
  actionWords: SCOPE_ACTION_WORDS,
});
