/** A record as it is after a change: shown, and said to be saved. */
import type { MaskedPerson } from '../../contract/residents/views.ts';
import { deskStore, personStore } from '../stores.ts';

export function takeSaved(person: MaskedPerson): void {
  personStore.getState().take(person);
  deskStore.getState().tellSaved();
}
