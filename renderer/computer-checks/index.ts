/** The page of the computer's checks. */
import { oversightAlert, definePage, type Alert, type Around } from '../pages/define-page.ts';
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
  alert: oversightAlert(computerChecksStore, (state) => state.read(), computerAlertOf),
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

/** The computer in the bell: a check that is over, and what the last one has found. */
function computerAlertOf({ t, role }: Around): Alert | null {
  const { view } = computerChecksStore.getState();
  if (view === null || role === 'receptionist') return null;
  const [last] = view.checks;
  const found = last === undefined ? 0 : countOf(last, 'no');
  if (view.due.state === 'overdue')
    return { id: 'computer-due', tone: 'amber', words: t('computer.bell.due'), page: 'computer-checks' };
  return found === 0
    ? null
    : {
        id: 'computer-found',
        tone: 'amber',
        words: t('computer.bell.found', { count: found }),
        page: 'computer-checks',
      };
}
