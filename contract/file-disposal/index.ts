/** The manifest of file disposal. */
import { defineContract } from '../manifest.ts';
import { fileDisposalActions } from './log.ts';
import { fileDisposalRoutes } from './routes.ts';
import { FILE_DISPOSAL_ACTION_WORDS } from './lists.ts';

export const fileDisposalContract = defineContract({
  routes: fileDisposalRoutes,
  areas: { disposals: '已擦除的文件' },
  actions: fileDisposalActions,
  actionWords: FILE_DISPOSAL_ACTION_WORDS,
  topics: ['disposals'],
});
