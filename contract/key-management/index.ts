/** The manifest of key management. */
import { defineContract } from '../manifest.ts';
import { keyActions } from './log.ts';
import { keyManagementRoutes } from './routes.ts';

export const keyManagementContract = defineContract({
  routes: keyManagementRoutes,
  actions: keyActions,
  topics: ['keys'],
});
