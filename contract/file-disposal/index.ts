/** The manifest of file disposal. */
import { defineContract } from '../manifest.ts';
import { fileDisposalActions } from './log.ts';
import { fileDisposalRoutes } from './routes.ts';

export const fileDisposalContract = defineContract({
  routes: fileDisposalRoutes,
  areas: { disposals: '销毁检查' },
  actions: fileDisposalActions,
  topics: ['disposals'],
});
