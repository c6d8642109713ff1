/** The estates, buildings and units that rooms on record are in. */
import type { RoomPlace } from '../../../contract/scope/lists.ts';
import { sql } from '../store/sql.ts';

/** Query of every place that has rooms, exported for the test of its plan. */
export const PLACES = sql`
  SELECT estate, building, unit, count(*) AS rooms FROM room GROUP BY estate, building, unit`;

/** A place, and how many rooms are in it. */
export interface PlaceRow extends RoomPlace {
  readonly rooms: number;
}

const inOrder = new Intl.Collator('zh-CN', { numeric: true });

/** Places in the order of their numbers; what has no building or unit is before what has. */
export const comparePlaces = (
  a: { readonly [Part in keyof RoomPlace]: RoomPlace[Part] | null },
  b: { readonly [Part in keyof RoomPlace]: RoomPlace[Part] | null },
): number =>
  inOrder.compare(a.estate ?? '', b.estate ?? '') ||
  inOrder.compare(a.building ?? '', b.building ?? '') ||
  inOrder.compare(a.unit ?? '', b.unit ?? '');
