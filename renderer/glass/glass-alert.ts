/** Emergencies in the bell: of supervisors those that nobody has acknowledged yet, of admins too once they are overdue, and of whoever began one that it has not ended. */
import type { Role } from '../../contract/fields.ts';
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { glassStore } from './stores.ts';

async function askGlass(role: Role): Promise<void> {
  const { read, readOwn } = glassStore.getState();
  await Promise.all([role === 'receptionist' ? undefined : read(), role === 'admin' ? undefined : readOwn()]);
}

function glassAlertOf({ t, role }: Around): Alert | null {
  const { open, own } = glassStore.getState();
  const overdue = open.filter((event) => event.overdue).length;
  if (overdue > 0) {
    const hint = role === 'supervisor' ? {} : { hint: t('glass.overdueHint') };
    return {
      id: 'glass',
      tone: 'harm',
      words: t('glass.overdue', { count: overdue }),
      ...hint,
      page: 'glass',
    };
  }
  if (own !== null && own.running !== null)
    return { id: 'emergency-running', tone: 'amber', words: t('glass.runningBell'), page: 'counter' };
  return role !== 'supervisor' || open.length === 0
    ? null
    : { id: 'glass', tone: 'amber', words: t('glass.count', { count: open.length }), page: 'glass' };
}

export const glassAlert: AlertSource = {
  ask: askGlass,
  subscribe: glassStore.subscribe,
  alertOf: glassAlertOf,
};
