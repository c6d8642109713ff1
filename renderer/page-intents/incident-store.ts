/** Origin on another page that an incident is to be opened from: an alert, or a file that is out of control. No value of anybody. */
import { createStore } from 'zustand/vanilla';
import { deskStore } from '../pages/stores.ts';

/** Where it comes from, by its number. */
export type IncidentFrom =
  | { readonly origin: 'alert'; readonly entry: number }
  | { readonly origin: 'file'; readonly disclosureId: number };

const incidentFromStore = createStore<{ readonly from: IncidentFrom | null }>()(() => ({ from: null }));

/** Opens the page of incidents with the form for it; a form with something in it is asked about first. */
export function openIncidentFrom(from: IncidentFrom): void {
  deskStore.getState().leave(() => {
    incidentFromStore.setState({ from });
    deskStore.getState().go('incidents');
  });
}

/** Returns the origin that was asked for, and clears it; null where there is none. */
export function takeIncidentFrom(): IncidentFrom | null {
  const { from } = incidentFromStore.getState();
  incidentFromStore.setState({ from: null });
  return from;
}
