/** The page of the computer's checks. */
import { definePage } from '../pages/define-page.ts';
import { computerAlert } from './computer-alert.ts';
import { countOf } from './count-of.ts';
import { shortKeys } from './short-keys.ts';
import { computerWords } from './words.ts';
import { computerChecksStore } from './stores.ts';

export const computerChecksPage = definePage({
  name: 'computer-checks',
  at: { tab: 'cleanup', place: 30 },
  mends: { 'computer-checks': { by: 'both' } },
  follows: {
    computer: async () => {
      if (computerChecksStore.getState().view !== null) await computerChecksStore.getState().read();
    },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('computer.title'),
  called: ['电脑 杀毒 开机密码 磁盘加密', 'computer, antivirus, disk encryption'],
  messages: computerWords,
  alert: computerAlert,
  log: {
    'computer-check': ({ t }, detail) =>
      t('computer.log', {
        yes: countOf(detail, 'yes'),
        no: countOf(detail, 'no'),
        unknown: countOf(detail, 'unknown'),
      }),
    'program-updated': ({ t }, last) => t(`runtime.updated.${last.end}`, { ...last }),
    'program-update': ({ t }, { from, to, signedBy }) =>
      t('computer.update.log', { from, to, keys: shortKeys(signedBy) }),
  },
  load: () => import('./ComputerChecksPage.tsx').then(({ ComputerChecksPage }) => ComputerChecksPage),
});
