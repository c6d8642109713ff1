/** The page of emergencies: what was opened without a second person, and who has read of it. */
import { definePage, type Alert, type Around } from '../pages/define-page.ts';
import type { Role } from '../../contract/fields.ts';
import { emergencyStore } from './stores.ts';

export const emergencyPage = definePage({
  name: 'emergency',
  at: { tab: 'pending', place: 20 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('emergency.page'),
  called: ['应急 紧急 急救 火警', 'urgent, accident'],
  section: (t) => t('emergency.tab'),
  alert: {
    ask: askEmergency,
    subscribe: emergencyStore.subscribe,
    alertOf: emergencyAlertOf,
  },
  load: () => import('./EmergencyPage.tsx').then(({ EmergencyPage }) => EmergencyPage),
});

async function askEmergency(role: Role): Promise<void> {
  const { read, readOwn } = emergencyStore.getState();
  await Promise.all([role === 'receptionist' ? undefined : read(), role === 'admin' ? undefined : readOwn()]);
}

/** Emergencies in the bell: of supervisors those that nobody has acknowledged yet, of admins too once they are overdue, and of whoever began one that it has not ended. */
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
