/** The manifest of log export. */
import { defineContract } from '../manifest.ts';
import { logExportActions } from './log.ts';
import { logExportRoutes } from './routes.ts';

export const logExportContract = defineContract({
  routes: logExportRoutes,
  areas: { exports: '记录导出' },
  actions: logExportActions,
});
