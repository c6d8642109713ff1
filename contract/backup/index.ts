/** The manifest of backup. */
import { defineContract } from '../manifest.ts';
import { backupActions } from './log.ts';
import { backupRoutes } from './routes.ts';
import { BACKUP_ACTION_WORDS } from './lists.ts';

export const backupContract = defineContract({
  routes: backupRoutes,
  areas: { backup: '备份', repair: '修复' },
  actions: backupActions,
  actionWords: BACKUP_ACTION_WORDS,
  topics: ['backups'],
});
