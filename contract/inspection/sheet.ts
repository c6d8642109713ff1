/** What an inspector gets on paper, which goes from the vault to the page that is printed and through no route. */
import type { MaskedPerson } from '../residents/views.ts';
import type { Printed, WhoSawSheet } from '../who-saw/sheets.ts';

/** A page in masks. */
export interface InspectionSheet {
  /** Who inspects. */
  readonly who: string;
  /** By the supervisor who lets them have it. */
  readonly printed: Printed;
  readonly page:
    | { readonly of: 'record'; readonly person: MaskedPerson }
    | { readonly of: 'who-saw'; readonly sheet: WhoSawSheet };
}
