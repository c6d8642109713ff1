/** A record as it is after a change: shown, and said to be saved. */
import type { MaskedPerson } from '../../contract/people/views.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';

export function takeSaved(person: MaskedPerson): void {
  personStore.getState().take(person);
  deskStore.getState().tellSaved();
}
