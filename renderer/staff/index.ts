/** The page of the staff: who may sign in as what, and each change of it. */
import { definePage } from '../pages/define-page.ts';
import { staffStore } from './stores.ts';
import { appStore } from '../stores.ts';

export const staffPage = definePage({
  name: 'staff',
  area: 'system',
  place: 20,
  mends: {
    'permission-matrix': { by: 'admin' },
  },
  follows: {
    staff: async () => {
      // Whoever is listed may sign in.
      await appStore.getState().refresh();
      if (staffStore.getState().known) await staffStore.getState().read();
    },
  },
  roles: ['admin'],
  title: (t) => t('staff.title'),
  tab: (t) => t('counter.staff'),
  escape: () => {
    if (staffStore.getState().ceremony === null) return false;
    staffStore.getState().leave();
    return true;
  },
  left: () => staffStore.getState().leave(),
  load: () => import('./StaffPage.tsx').then(({ StaffPage }) => StaffPage),
});
