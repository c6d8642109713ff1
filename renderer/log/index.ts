/** The page of the log: who did what, and whether it is whole. */
import { definePage } from '../pages/define-page.ts';

export const logPage = definePage({
  name: 'log',
  area: 'oversight',
  roles: ['supervisor', 'admin'],
  title: (t) => t('log.title'),
  tab: (t) => t('counter.log'),
  load: () => import('./LogPage.tsx').then(({ LogPage }) => LogPage),
});
