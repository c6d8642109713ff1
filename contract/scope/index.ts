/** The manifest of scope. */
import { defineContract } from '../manifest.ts';
import { scopeActions } from './log.ts';
import { scopeRoutes } from './routes.ts';

export const scopeContract = defineContract({
  routes: scopeRoutes,
  areas: { scope: '负责范围' },
  actions: scopeActions,
});
