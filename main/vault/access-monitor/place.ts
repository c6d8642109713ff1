/** Where a room stands among its neighbours: those of its estate, building and unit, in the order of their numbers. */
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Place } from './desk-act.ts';

interface PlaceRow {
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
  readonly rank: number;
}

/** Queries of a place, exported for the test of their plans. */
const PLACE_QUERIES = {
  ofRoom: (roomId: RoomId): Sql => sql`
    SELECT r.estate, r.building, r.unit, (SELECT count(*) FROM room o WHERE o.estate = r.estate AND o.building = r.building AND o.unit = r.unit
      AND (length(o.room), o.room) < (length(r.room), r.room)) AS rank
    FROM room r WHERE r.id = ${roomId}`,
  /** Where somebody lives, or lived last. */
  homeOf: (personId: PersonId): Sql => sql`
    SELECT room_id AS roomId FROM occupancy WHERE person_id = ${personId} ORDER BY until_date IS NOT NULL, until_date DESC, id LIMIT 1`,
} as const;

/** Null for a room that is not on record. */
export async function readPlace(store: ReadableStore, roomId: RoomId): Promise<Place | null> {
  const row = await store.get<PlaceRow>(PLACE_QUERIES.ofRoom(roomId));
  return row === undefined
    ? null
    : { roomId, block: JSON.stringify([row.estate, row.building, row.unit]), rank: row.rank };
}

/** Null for somebody who has never lived here. */
export async function readHome(store: ReadableStore, personId: PersonId): Promise<Place | null> {
  const home = await store.get<{ readonly roomId: RoomId }>(PLACE_QUERIES.homeOf(personId));
  return home === undefined ? null : readPlace(store, home.roomId);
}
