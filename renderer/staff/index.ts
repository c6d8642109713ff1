/** The page of the staff: who may sign in as what, and each change of it. */
import { definePage } from '../pages/define-page.ts';
import { staffStore } from './stores.ts';
import { appStore } from '../stores.ts';

export const staffPage = definePage({
  name: 'staff',
  at: { tab: 'staff', place: 10 },
  mends: { 'permission-matrix': { by: 'admin' } },
  follows: {
    staff: async () => {
      // Whoever is listed may sign in.
      await appStore.getState().refresh();
      if (staffStore.getState().known) await staffStore.getState().read();
    },
  },
  roles: ['admin'],
  title: (t) => t('staff.title'),
  called: [
    '员工 离职 新员工 重置密码 忘记密码 权限 账号 负责范围',
    'employee, leaver, reset a PIN, forgot PIN, roles, accounts, scope',
  ],
  escape: () => {
    if (staffStore.getState().ceremony === null) return false;
    staffStore.getState().leave();
    return true;
  },
  left: () => staffStore.getState().leave(),
  load: () => import('./StaffPage.tsx').then(({ StaffPage }) => StaffPage),
});
