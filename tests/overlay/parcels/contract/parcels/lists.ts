/** Limits of parcels. Without schemas, so that pages can read it. */
import type { WordTree } from '../vocabulary/wording.ts';

/** How many are listed: those that wait, then the last that were collected. */
export const MAX_PARCELS = 200;
/** Longest name of who brought or collected one. */
export const MAX_PARCEL_WORDS = 40;

/** Its actions, as log and papers call them. */
export const PARCELS_ACTION_WORDS = {
  'parcel-in': ['代收快递', 'Parcel taken in'],
  'parcel-out': ['快递取走', 'Parcel collected'],
} satisfies WordTree;
