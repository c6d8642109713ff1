/** The page of what has to be put right. */
import { definePage } from '../pages/define-page.ts';
import { rectificationAlert } from './rectification-alert.ts';
import { rectificationWords } from './words.ts';
import { rectificationStore } from './stores.ts';

export const rectificationPage = definePage({
  name: 'rectification',
  area: 'compliance',
  place: 120,
  mends: {
    rectification: { by: 'both' },
  },
  follows: {
    rectification: () => rectificationStore.getState().readDue(),
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('rectification.title'),
  tab: (t) => t('rectification.tab'),
  messages: rectificationWords,
  alert: rectificationAlert,
  load: () => import('./RectificationPage.tsx').then(({ RectificationPage }) => RectificationPage),
});
