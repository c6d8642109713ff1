/** The page of who has seen what. */
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { accessHistoryWords } from './words.ts';

export const accessHistoryPage = definePage({
  name: 'access-history',
  at: { tab: 'tracing', place: 10 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('accessHistory.title'),
  called: ['谁看过 查看记录 被谁看过', 'who saw, who looked, look up by'],
  messages: accessHistoryWords,
  log: {
    'access-history': ({ t }, { by }) => t(`accessHistory.logged.of.${by}`),
    'access-history-number': ({ t }, { found }) => t('accessHistory.logged.found', { number: found }),
    'access-history-print': ({ t }, { by, entries }) =>
      together([t(`accessHistory.logged.of.${by}`), t('accessHistory.logged.entries', { number: entries })]),
    'access-history-answer': ({ t }, { entries }) => t('accessHistory.logged.entries', { number: entries }),
  },
  load: () => import('./AccessHistoryPage.tsx').then(({ AccessHistoryPage }) => AccessHistoryPage),
});
