/** How many emergencies nobody has read yet; there for a supervisor until the last is acknowledged. */
import type { AlertSource } from '../pages/define-page.ts';
import { glassStore } from './stores.ts';

export const glassAlert: AlertSource = {
  ask: async (role) => (role === 'supervisor' ? glassStore.getState().read() : undefined),
  subscribe: glassStore.subscribe,
  alertOf: ({ t }) => {
    const { length: count } = glassStore.getState().open;
    return count === 0
      ? null
      : { id: 'glass', tone: 'amber', words: t('glass.count', { count }), page: 'glass' };
  },
};
