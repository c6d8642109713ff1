/** The page of what has to be put right. */
import { definePage } from '../pages/define-page.ts';
import { rectificationAlert } from './rectification-alert.ts';
import { rectificationWords } from './words.ts';

export const rectificationPage = definePage({
  name: 'rectification',
  area: 'compliance',
  roles: ['supervisor', 'admin'],
  title: (t) => t('rectification.title'),
  tab: (t) => t('rectification.tab'),
  messages: rectificationWords,
  alert: rectificationAlert,
  load: () => import('./RectificationPage.tsx').then(({ RectificationPage }) => RectificationPage),
});
