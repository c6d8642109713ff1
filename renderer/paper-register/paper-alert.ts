/** Paper in the bell: what is overdue is everybody's matter until it is dealt with; what nobody keeps any more is for who can give it to somebody. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { paperRegisterStore } from './stores.ts';

function paperAlertOf({ t, role }: Around): Alert | null {
  const { due } = paperRegisterStore.getState();
  if (due === null) return null;
  const { overdue, withoutCustodian } = due;
  if (overdue > 0)
    return {
      id: 'paper-overdue',
      tone: 'harm',
      words: t('papers.bell.overdue', { count: overdue }),
      ...(role === 'receptionist' ? { hint: t('papers.bell.overdueHint') } : {}),
      page: 'paper-register',
    };
  return withoutCustodian === 0 || role === 'receptionist'
    ? null
    : {
        id: 'paper-without-custodian',
        tone: 'amber',
        words: t('papers.bell.withoutCustodian', { count: withoutCustodian }),
        page: 'paper-register',
      };
}

export const paperAlert: AlertSource = {
  ask: () => paperRegisterStore.getState().readDue(),
  subscribe: paperRegisterStore.subscribe,
  alertOf: paperAlertOf,
};
