/** The manifest of paper register. */
import { defineContract } from '../manifest.ts';
import { paperActions } from './log.ts';
import { paperRoutes } from './routes.ts';
import { PAPER_REGISTER_ACTION_WORDS } from './lists.ts';

export const paperRegisterContract = defineContract({
  routes: paperRoutes,
  areas: { papers: '纸质资料' },
  actions: paperActions,
  actionWords: PAPER_REGISTER_ACTION_WORDS,
  topics: ['paper'],
});
