/** Training in the bell: who has not passed yet, whose is over, and who has a procedure to learn that has changed. */
import { isTrained } from '../../contract/training/lists.ts';
import type { Alert, AlertSource, Around } from '../pages/define-page.ts';
import { trainingStore } from './stores.ts';

function trainingAlertOf({ t }: Around): Alert | null {
  const state = trainingStore.getState().own?.standing.state;
  return state === undefined || isTrained(state)
    ? null
    : { id: `training-${state}`, tone: 'amber', words: t(`training.bell.${state}`), page: 'training' };
}

export const trainingAlert: AlertSource = {
  ask: () => trainingStore.getState().readOwn(),
  subscribe: trainingStore.subscribe,
  alertOf: trainingAlertOf,
};
