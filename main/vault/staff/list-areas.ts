/** Areas that a scope may name: the estates, buildings and units that rooms on record are in. */
import { type Area, labelOfArea } from '../../../contract/scope/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_AREAS_LISTED } from '../../../contract/staff/lists.ts';
import type { Session } from '../session/session.ts';
import { PLACES, type PlaceRow, comparePlaces } from '../scope/places.ts';
import { normaliseText } from '../values/normalise.ts';

/** Estates first, then buildings, then units, each in the order of their numbers. */
export async function listAreas(
  { store }: Session,
  { text }: RouteRequest<'staff.areas'>,
): Promise<RouteReply<'staff.areas'>> {
  const typed = normaliseText(text).replace(/\s/g, '').toLowerCase();
  const found = areasOf(await store.all<PlaceRow>(PLACES)).filter(({ area }) =>
    labelOfArea(area).toLowerCase().includes(typed),
  );
  return { areas: found.slice(0, MAX_AREAS_LISTED), more: found.length > MAX_AREAS_LISTED };
}

type Found = RouteReply<'staff.areas'>['areas'][number];

function areasOf(rows: readonly PlaceRow[]): readonly Found[] {
  const found = new Map<string, Found>();
  const add = (area: Area, rooms: number): void => {
    const key = JSON.stringify([area.estate, area.building, area.unit]);
    found.set(key, { area, rooms: (found.get(key)?.rooms ?? 0) + rooms });
  };
  for (const { estate, building, unit, rooms } of rows) {
    add({ estate, building: null, unit: null }, rooms);
    // Rooms whose text names no building are of the estate alone.
    if (building !== '') add({ estate, building, unit: null }, rooms);
    if (building !== '' && unit !== '') add({ estate, building, unit }, rooms);
  }
  return [...found.values()].sort(
    (a, b) => depthOf(a.area) - depthOf(b.area) || comparePlaces(a.area, b.area),
  );
}

const depthOf = ({ building, unit }: Area): number => Number(building !== null) + Number(unit !== null);
