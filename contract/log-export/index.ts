/** The manifest of log export. */
import { defineContract } from '../manifest.ts';
import { logExportActions } from './log.ts';
import { logExportRoutes } from './routes.ts';
import { LOG_EXPORT_ACTION_WORDS } from './lists.ts';

export const logExportContract = defineContract({
  routes: logExportRoutes,
  areas: { exports: '记录导出' },
  actions: logExportActions,
  actionWords: LOG_EXPORT_ACTION_WORDS,
});
