/** The page of the computer's checks. */
import { definePage } from '../pages/define-page.ts';
import { computerAlert } from './computer-alert.ts';
import { countOf } from './count-of.ts';
import { computerWords } from './words.ts';
import { computerChecksStore } from './stores.ts';

export const computerChecksPage = definePage({
  name: 'computer-checks',
  area: 'compliance',
  place: 130,
  mends: {
    'computer-checks': { by: 'both' },
  },
  follows: {
    computer: async () => {
      if (computerChecksStore.getState().view !== null) await computerChecksStore.getState().read();
    },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('computer.title'),
  messages: computerWords,
  alert: computerAlert,
  log: {
    'computer-check': ({ t }, detail) =>
      t('computer.log', {
        yes: countOf(detail, 'yes'),
        no: countOf(detail, 'no'),
        unknown: countOf(detail, 'unknown'),
      }),
  },
  load: () => import('./ComputerChecksPage.tsx').then(({ ComputerChecksPage }) => ComputerChecksPage),
});
