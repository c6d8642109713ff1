/** Emergencies in the bell: of supervisors those that nobody has acknowledged yet, of admins too once they are overdue, and of whoever began one that it has not ended. */
import type { Role } from '../../contract/fields.ts';
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { emergencyStore } from './stores.ts';

async function askEmergency(role: Role): Promise<void> {
  const { read, readOwn } = emergencyStore.getState();
  await Promise.all([role === 'receptionist' ? undefined : read(), role === 'admin' ? undefined : readOwn()]);
}

function emergencyAlertOf({ t, role }: Around): Alert | null {
  const { open, own } = emergencyStore.getState();
  const overdue = open.filter((event) => event.overdue).length;
  if (overdue > 0) {
    const hint = role === 'supervisor' ? {} : { hint: t('emergency.overdueHint') };
    return {
      id: 'emergency',
      tone: 'harm',
      words: t('emergency.overdue', { count: overdue }),
      ...hint,
      page: 'emergency',
    };
  }
  if (own !== null && own.running !== null)
    return { id: 'emergency-running', tone: 'amber', words: t('emergency.runningBell'), page: 'counter' };
  return role !== 'supervisor' || open.length === 0
    ? null
    : {
        id: 'emergency',
        tone: 'amber',
        words: t('emergency.count', { count: open.length }),
        page: 'emergency',
      };
}

export const emergencyAlert: AlertSource = {
  ask: askEmergency,
  subscribe: emergencyStore.subscribe,
  alertOf: emergencyAlertOf,
};
