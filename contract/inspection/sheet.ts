/** Sheet that an inspector gets on paper; it goes from the vault to the page that is printed and through no route. */
import type { MaskedPerson } from '../people/views.ts';
import type { Printed, AccessHistorySheet } from '../access-history/sheets.ts';

/** A page in masks. */
export interface InspectionSheet {
  /** Who inspects. */
  readonly who: string;
  /** By the supervisor who lets them have it. */
  readonly printed: Printed;
  readonly page:
    | { readonly of: 'record'; readonly person: MaskedPerson }
    | { readonly of: 'access-history'; readonly sheet: AccessHistorySheet };
}
