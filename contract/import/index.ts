/** The manifest of import. */
import { defineContract } from '../manifest.ts';
import { importActions } from './log.ts';
import { importRoutes } from './routes.ts';
import { IMPORT_ACTION_WORDS } from './lists.ts';

export const importContract = defineContract({
  routes: importRoutes,
  areas: { import: '导入' },
  actions: importActions,
  actionWords: IMPORT_ACTION_WORDS,
});
