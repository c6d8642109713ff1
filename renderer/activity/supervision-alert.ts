/** That a spot check or a report is overdue, in the bell of whoever sees to it. */
import type { AlertSource } from '../pages/define-page.ts';
import { supervisionStore } from './stores.ts';

export const supervisionAlert: AlertSource = {
  ask: async (role) => (role === 'receptionist' ? undefined : supervisionStore.getState().read()),
  subscribe: supervisionStore.subscribe,
  alertOf: ({ t, role }) => {
    const { view } = supervisionStore.getState();
    if (role === 'receptionist' || view === null) return null;
    const isOver = ({ daysLeft }: typeof view.report): boolean => daysLeft !== null && daysLeft < 0;
    const what = isOver(view.spotCheck) ? 'spot-check' : isOver(view.report) ? 'quarterly-report' : null;
    return what === null
      ? null
      : { id: 'supervision', tone: 'amber', words: t(`activity.supervision.bell.${what}`), page: 'activity' };
  },
};
