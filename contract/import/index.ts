/** The manifest of import. */
import { defineContract } from '../manifest.ts';
import { importActions } from './log.ts';
import { importRoutes } from './routes.ts';

export const importContract = defineContract({
  routes: importRoutes,
  areas: { import: '导入' },
  actions: importActions,
});
