/** The manifest of key management. */
import { defineContract } from '../manifest.ts';
import { keyActions } from './log.ts';
import { keyManagementRoutes } from './routes.ts';
import { KEY_MANAGEMENT_ACTION_WORDS } from './lists.ts';

export const keyManagementContract = defineContract({
  routes: keyManagementRoutes,
  areas: { keys: '密钥管理', theft: '疑似被盗', join: '加入小区' },
  actions: keyActions,
  actionWords: KEY_MANAGEMENT_ACTION_WORDS,
  topics: ['keys'],
});
