/** The page of the log: who did what, and whether it is whole. */
import { definePage } from '../pages/define-page.ts';
import { logStore } from './stores.ts';

export const logPage = definePage({
  name: 'log',
  at: { tab: 'log', place: 10 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('log.title'),
  called: ['日志 谁改过 审计 流水', 'audit, history, who changed'],
  left: () => logStore.getState().open(null),
  load: () => import('./LogPage.tsx').then(({ LogPage }) => LogPage),
});
