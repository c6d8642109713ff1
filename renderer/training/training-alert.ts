/** Training in the bell: whose is over, and who has a procedure to learn that has changed. */
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { trainingStore } from './stores.ts';

function trainingAlertOf({ t }: Around): Alert | null {
  const state = trainingStore.getState().own?.standing.state;
  return state === 'overdue' || state === 'renewal'
    ? { id: `training-${state}`, tone: 'amber', words: t(`training.bell.${state}`), page: 'training' }
    : null;
}

export const trainingAlert: AlertSource = {
  ask: () => trainingStore.getState().readOwn(),
  subscribe: trainingStore.subscribe,
  alertOf: trainingAlertOf,
};
