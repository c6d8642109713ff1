/** The page of what has to be put right. */
import { definePage } from '../pages/define-page.ts';
import { rectificationAlert } from './rectification-alert.ts';
import { rectificationWords } from './words.ts';
import { rectificationStore } from './stores.ts';

export const rectificationPage = definePage({
  name: 'rectification',
  at: { tab: 'rectification', place: 10 },
  mends: { rectification: { by: 'both' }, items: { by: 'both' } },
  follows: { rectification: () => rectificationStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('rectification.title'),
  called: ['责令改正 警情通报 问题', 'police notice, deficiency, fix'],
  section: (t) => t('rectification.tab'),
  messages: rectificationWords,
  alert: rectificationAlert,
  load: () => import('./RectificationPage.tsx').then(({ RectificationPage }) => RectificationPage),
});
