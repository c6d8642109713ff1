/** The page of the log: who did what, and whether it is whole. */
import { definePage } from '../pages/define-page.ts';
import { logStore } from './stores.ts';

export const logPage = definePage({
  name: 'log',
  area: 'oversight',
  place: 20,
  roles: ['supervisor', 'admin'],
  title: (t) => t('log.title'),
  tab: (t) => t('counter.log'),
  left: () => logStore.getState().open(null),
  load: () => import('./LogPage.tsx').then(({ LogPage }) => LogPage),
});
