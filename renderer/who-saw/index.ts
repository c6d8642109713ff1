/** The page of who has seen what. */
import { definePage } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { whoSawWords } from './words.ts';

export const whoSawPage = definePage({
  name: 'who-saw',
  area: 'oversight',
  roles: ['supervisor', 'admin'],
  title: (t) => t('whoSaw.title'),
  messages: whoSawWords,
  log: {
    'who-saw': ({ t }, { by }) => t(`whoSaw.logged.of.${by}`),
    'who-saw-number': ({ t }, { found }) => t('whoSaw.logged.found', { number: found }),
    'who-saw-print': ({ t }, { by, entries }) =>
      together([t(`whoSaw.logged.of.${by}`), t('whoSaw.logged.entries', { number: entries })]),
    'who-saw-answer': ({ t }, { entries }) => t('whoSaw.logged.entries', { number: entries }),
  },
  load: () => import('./WhoSawPage.tsx').then(({ WhoSawPage }) => WhoSawPage),
});
