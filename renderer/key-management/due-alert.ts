/** In red from when somebody has left until the keys that they held are changed, and until a ceremony after a theft is finished. */
import type { Translate } from '../messages/translate.ts';
import { formatClock } from '../messages/format.ts';
import type { AlertSource } from '../pages/define-page.ts';
import type { DueState } from './due-store.ts';
import { dueStore } from './stores.ts';

export const dueAlert: AlertSource = {
  ask: () => dueStore.getState().read(),
  subscribe: dueStore.subscribe,
  alertOf: ({ t, role, now }) => {
    const due = dueStore.getState();
    const words = wordsOf(t, due, now);
    if (words === null) return null;
    const alert = { id: 'due-keys', tone: 'harm', words } as const;
    return role === 'receptionist'
      ? { ...alert, hint: t(due.theft === null ? 'due.tell' : 'due.theftTell'), page: null }
      : { ...alert, page: 'keys' };
  },
};

/** The ceremony after a theft changes what a leaver has held, too. It is due within a day: today or tomorrow. */
function wordsOf(t: Translate, { by, theft }: Pick<DueState, 'by' | 'theft'>, now: number): string | null {
  if (theft !== null) return t('due.theft', { count: theft });
  if (by === null) return null;
  if (by <= now) return t('due.over');
  const isToday = new Date(by).toDateString() === new Date(now).toDateString();
  return t(isToday ? 'due.today' : 'due.tomorrow', { time: formatClock(by) });
}
