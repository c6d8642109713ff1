/** The page of emergencies: what was opened without a second person, and who has read of it. */
import { definePage } from '../pages/define-page.ts';
import { emergencyAlert } from './emergency-alert.ts';

export const emergencyPage = definePage({
  name: 'emergency',
  at: { tab: 'pending', place: 20 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('emergency.page'),
  called: ['应急 紧急 急救 火警', 'urgent, accident'],
  section: (t) => t('emergency.tab'),
  alert: emergencyAlert,
  load: () => import('./EmergencyPage.tsx').then(({ EmergencyPage }) => EmergencyPage),
});
