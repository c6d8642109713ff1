/** Rooms: found by how people write them, opened with who lives and lived there, added, and their facts changed. */
import { type OpenDetail, ROOM_STATUSES, type Relation, type RoomStatus } from '../../../contract/fields.ts';
import type { RoomChanges } from '../../../contract/records/requests.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { type RoomPlace, isWithin } from '../../../contract/scope/lists.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { HOUSEHOLD, type Housemate, type RoomView } from '../../../contract/records/views.ts';
import { AppError } from '../app-error.ts';
import { readConfirmed } from '../people/confirmed.ts';
import { checkDay } from '../values/days.ts';
import { findOrAddRoom } from '../search/find-room.ts';
import { findElsewhere, isSmall } from '../search/scoped-search.ts';
import { SCOPED_ROOMS } from '../search/scoped-queries.ts';
import { restrictedAmong } from '../retention-rules/restricted.ts';
import { keepWithin } from '../scope/keep-within.ts';
import { PLACES, type PlaceRow, comparePlaces } from '../scope/places.ts';
import { withinOf } from '../scope/scope.ts';
import type { Seen } from '../people/masked-field.ts';
import { type PersonRow, maskName, readPersonRow } from '../people/read-person.ts';
import { roomQueryKeys } from '../values/room-text.ts';
import { type KeyRange, rangeOf } from '../search/walk.ts';
import { dayOf } from '../clock.ts';
import { type Session, entryOf, tellMasked } from '../session/session.ts';
import { type Sql, type SqlValue, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import {
  RECORD_QUERIES,
  type RecordContext,
  type RecordRow,
  describeRecord,
  fieldsByRecord,
} from '../people/read-records.ts';
import { readSealedValues, readVehicles } from '../people/sealed-values.ts';
import { commit, commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { requireRow } from '../store/rows.ts';

const MAX_HITS = 20;
const MAX_PEOPLE = 200;
const MAX_UNITS = 2000;
const MAX_LISTED = 500;

export const ROOM_QUERIES = {
  find: ({ from, to }: KeyRange, limit: number, today: string): Sql => sql`
    SELECT r.id AS roomId, r.label, r.status, EXISTS (SELECT 1 FROM occupancy o WHERE o.room_id = r.id AND (o.until_date IS NULL OR o.until_date > ${today})) AS livedIn
    FROM (SELECT DISTINCT room_id FROM room_key WHERE key >= ${from} AND key < ${to} LIMIT ${limit}) h CROSS JOIN room r ON r.id = h.room_id`,
  /** By their numbers: 101 before 1001. */
  ofUnit: ({ estate, building, unit }: RoomPlace, limit: number): Sql => sql`
    SELECT id AS roomId, label, room FROM room WHERE estate = ${estate} AND building = ${building} AND unit = ${unit} ORDER BY length(room), room LIMIT ${limit}`,
  people: (roomId: RoomId, limit: number, today: string): Sql => sql`
    SELECT p.id AS personId, p.kind, p.name, p.list_phone AS phoneMask, o.relation, o.share, o.from_date AS "from", o.until_date AS until, coalesce(o.until_date <= ${today}, 0) AS ended
    FROM occupancy o JOIN person p ON p.id = o.person_id WHERE o.room_id = ${roomId} ORDER BY ended, CASE ended WHEN 1 THEN o.until_date END DESC, o.id LIMIT ${limit}`,
  /** The first rooms in which somebody lives now: nobody reads the household of a company with hundreds. */
  ofPerson: (personId: PersonId, today: string): Sql => sql`
    SELECT DISTINCT r.id AS roomId, r.label FROM occupancy o JOIN room r ON r.id = o.room_id
    WHERE o.person_id = ${personId} AND (o.until_date IS NULL OR o.until_date > ${today}) ORDER BY r.id LIMIT 3`,
  /** Spaces belong to people: those of the room are of whoever lives there now. */
  spaces: (roomId: RoomId, limit: number, today: string): Sql => sql`
    SELECT s.*, coalesce(s.until_date <= ${today}, 0) AS ended
    FROM (SELECT DISTINCT person_id FROM occupancy WHERE room_id = ${roomId} AND (until_date IS NULL OR until_date > ${today})) o CROSS JOIN space s ON s.person_id = o.person_id
    ORDER BY ended, s.id LIMIT ${limit}`,
} as const;

type ListedRoom = RouteReply<'rooms.browse'>['rooms'][number];

interface RoomRow {
  readonly id: RoomId;
  readonly revision: number;
  readonly label: string;
  readonly floor: string | null;
  readonly layout: string | null;
  readonly area: number | null;
  readonly status: string | null;
  readonly inner_area: number | null;
  readonly shared_area: number | null;
  readonly usage: string | null;
  readonly total_floors: number | null;
  readonly lift: number | null;
  readonly delivered_on: string | null;
}

/**
 * Nothing of any resident, but whether somebody lives there; not in the log, as the rooms of a house are no secret. Of a room that is another desk's not even
 * that, and only where it is typed as a whole.
 */
export async function findRooms(
  session: Session,
  { text }: RouteRequest<'rooms.find'>,
): Promise<RouteReply<'rooms.find'>> {
  const { store, roomPatterns, clock } = session;
  const rooms = new Map<RoomId, RouteReply<'rooms.find'>['rooms'][number]>();
  const keys = roomQueryKeys(text, roomPatterns);
  const within = withinOf(session);
  const isFew = within !== null && (await isSmall(session, within));
  for (const key of keys) {
    const hits = await store.all<{ roomId: RoomId; label: string; status: string | null; livedIn: number }>(
      within === null
        ? ROOM_QUERIES.find(rangeOf(key), MAX_HITS + 1, dayOf(clock.now()))
        : SCOPED_ROOMS.find(within, isFew, rangeOf(key), MAX_HITS + 1),
    );
    for (const { status, livedIn, ...hit } of hits)
      if (!rooms.has(hit.roomId))
        rooms.set(hit.roomId, { ...hit, status: knownStatus(status), livedIn: livedIn === 1 });
  }
  if (within !== null)
    for (const { roomId, label } of await findElsewhere(session, within, keys, MAX_HITS))
      rooms.set(roomId, { roomId, label, status: null, livedIn: null });
  return { rooms: [...rooms.values()].slice(0, MAX_HITS), more: rooms.size > MAX_HITS };
}

/** Every unit, or the rooms of one, of what is within: where they are and how they are called. Whether somebody lives in one is told of one that is asked for. */
export async function browseRooms(
  session: Session,
  { unit }: RouteRequest<'rooms.browse'>,
): Promise<RouteReply<'rooms.browse'>> {
  const { store } = session;
  const within = withinOf(session);
  const isOwn = (place: RoomPlace): boolean => within === null || isWithin(within.scope, place);
  if (unit === null) {
    const units = (await store.all<PlaceRow>(PLACES)).filter(isOwn).toSorted(comparePlaces);
    return { units: units.slice(0, MAX_UNITS), rooms: [], more: units.length > MAX_UNITS };
  }
  const rooms = isOwn(unit) ? await store.all<ListedRoom>(ROOM_QUERIES.ofUnit(unit, MAX_LISTED + 1)) : [];
  return { units: [], rooms: rooms.slice(0, MAX_LISTED), more: rooms.length > MAX_LISTED };
}

/** Errors: `not-found`, `log-unavailable` (then nothing is shown). */
export async function openRoom(session: Session, { roomId }: RouteRequest<'rooms.open'>): Promise<RoomView> {
  const view = await readRoom(session, roomId);
  return tellMasked(session, view, [entryOf(session, done('open-room', { of: 'room', room: roomId }))]);
}

/** Errors: `room-not-understood`. */
export async function addRoom(session: Session, { text }: RouteRequest<'rooms.add'>): Promise<RoomView> {
  const roomId = await commitValue(session, async (tx) => {
    const { roomId: id, added } = await findOrAddRoom(tx, session, text);
    return {
      value: id,
      entries: [
        {
          action: added ? 'add' : 'open-room',
          outcome: 'done',
          field: 'room',
          detail: { of: 'room', room: id },
        },
      ],
    };
  });
  return readRoom(session, roomId);
}

const COLUMNS: Readonly<Record<keyof RoomChanges, string>> = {
  floor: 'floor',
  totalFloors: 'total_floors',
  lift: 'lift',
  layout: 'layout',
  area: 'area',
  innerArea: 'inner_area',
  sharedArea: 'shared_area',
  usage: 'usage',
  status: 'status',
  deliveredOn: 'delivered_on',
};

/** Errors: `changed-meanwhile`, `not-found`, `invalid-value` {field}. */
export async function editRoom(
  session: Session,
  { roomId, version, changes }: RouteRequest<'rooms.edit'>,
): Promise<RoomView> {
  await readRoomRow(session.store, roomId);
  const names = (Object.keys(COLUMNS) as (keyof RoomChanges & OpenDetail)[]).filter(
    (name) => changes[name] !== undefined,
  );
  const values = names.map((name): SqlValue => toStored(name, changes[name] ?? null));
  await commit(session, async (tx) => {
    const sets = names.map((name) => `, ${COLUMNS[name]} = ?`).join('');
    const { changes: changed } = await tx.run({
      text: `UPDATE room SET revision = revision + 1${sets} WHERE id = ? AND revision = ?`,
      values: [...values, roomId, version],
    });
    if (changed !== 1) throw new AppError('changed-meanwhile');
    return [done('edit', { of: 'room', room: roomId }, { field: names.join(',') })];
  });
  return readRoom(session, roomId);
}

function toStored(name: keyof RoomChanges & OpenDetail, value: string | number | boolean | null): SqlValue {
  if (name === 'deliveredOn') return checkDay(name, value as string | null);
  return typeof value === 'boolean' ? Number(value) : value;
}

async function readRoomRow(store: ReadableStore, roomId: RoomId): Promise<RoomRow> {
  return requireRow<RoomRow>(
    store,
    sql`
    SELECT id, revision, label, floor, layout, area, status, inner_area, shared_area, usage, total_floors, lift, delivered_on FROM room WHERE id = ${roomId}`,
  );
}

const knownStatus = (status: string | null): RoomStatus | null =>
  ROOM_STATUSES.find((known) => known === status) ?? null;

async function readRoom(session: Session, roomId: RoomId): Promise<RoomView> {
  const row = await readRoomRow(session.store, roomId);
  const status = knownStatus(row.status);
  const [people, records] = await keepOwn(
    session,
    roomId,
    await readRoomPeople(session, roomId),
    await readRoomRecords(session, roomId),
  );
  return {
    roomId,
    version: row.revision,
    label: row.label,
    floor: row.floor,
    totalFloors: row.total_floors,
    lift: row.lift === null ? null : row.lift === 1,
    layout: row.layout,
    area: row.area,
    innerArea: row.inner_area,
    sharedArea: row.shared_area,
    usage: row.usage,
    status,
    statusText: status === null ? row.status : null,
    deliveredOn: row.delivered_on,
    people: people.slice(0, MAX_PEOPLE),
    morePeople: people.length > MAX_PEOPLE,
    records,
  };
}

/** Whoever is limited sees of a room's history whoever is theirs, and in a room that they may open for now who lives there; nobody sees who is restricted. */
async function keepOwn(
  session: Session,
  roomId: RoomId,
  people: RoomView['people'],
  records: RoomView['records'],
): Promise<readonly [RoomView['people'], RoomView['records']]> {
  const present = people.filter(({ ended }) => !ended).map(({ personId }) => personId);
  const all = [...people, ...records].map(({ personId }) => personId);
  const own = await keepWithin(session, [...new Set(all)], { roomId, present });
  const restricted = await restrictedAmong(session, [...own]);
  const isShown = ({ personId }: { readonly personId: PersonId }): boolean =>
    own.has(personId) && !restricted.has(personId);
  return [people.filter(isShown), records.filter(isShown)];
}

/** Handles `people.household`: whoever a room's own page would show. Errors: `not-found`. */
export async function listHousehold(
  session: Session,
  { personId }: RouteRequest<'people.household'>,
): Promise<RouteReply<'people.household'>> {
  await readPersonRow(session.store, personId);
  const found = new Map<PersonId, Housemate>();
  for (const { roomId, label } of await session.store.all<{ roomId: RoomId; label: string }>(
    ROOM_QUERIES.ofPerson(personId, dayOf(session.clock.now())),
  )) {
    const present = (await readRoomPeople(session, roomId)).filter(({ ended }) => !ended);
    const [people] = await keepOwn(session, roomId, present, []);
    for (const { personId: other, nameMask, relation } of people)
      if (other !== personId && !found.has(other))
        found.set(other, { personId: other, nameMask, relation, roomLabel: label });
  }
  return { people: [...found.values()].slice(0, HOUSEHOLD), more: found.size > HOUSEHOLD };
}

interface RoomPersonRow extends Pick<PersonRow, 'kind' | 'name'> {
  readonly personId: PersonId;
  readonly phoneMask: string | null;
  readonly relation: Relation;
  readonly share: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly ended: number;
}

async function readRoomPeople(session: Session, roomId: RoomId): Promise<RoomView['people']> {
  const rows = await session.store.all<RoomPersonRow>(
    ROOM_QUERIES.people(roomId, MAX_PEOPLE + 1, dayOf(session.clock.now())),
  );
  return rows.map(({ kind, name, ended, ...rest }) => ({
    ...rest,
    personKind: kind,
    nameMask: maskName(session.policy.masks, { kind, name }).mask,
    ended: ended !== 0,
  }));
}

async function readRoomRecords(session: Session, roomId: RoomId): Promise<RoomView['records']> {
  const { store } = session;
  const today = dayOf(session.clock.now());
  const people = new Map<PersonId, { readonly nameMask: string; readonly context: RecordContext }>();
  const records: RoomView['records'] = [];
  const queries = [
    ['lease', RECORD_QUERIES.ofRoom('lease', roomId, today)],
    ['space', ROOM_QUERIES.spaces(roomId, 100, today)],
    ['renovation', RECORD_QUERIES.ofRoom('renovation', roomId, today)],
  ] as const;
  for (const [kind, query] of queries) {
    for (const row of await store.all<RecordRow>(query)) {
      const person = people.get(row.person_id) ?? (await readHolder(session, row.person_id));
      people.set(row.person_id, person);
      records.push({
        personId: row.person_id,
        nameMask: person.nameMask,
        record: describeRecord(kind, row, person.context),
      });
    }
  }
  return records;
}

async function readHolder(
  { store, signedIn, policy }: Session,
  personId: PersonId,
): Promise<{ readonly nameMask: string; readonly context: RecordContext }> {
  const vehicles = await readVehicles(store, personId);
  const seen: Seen = {
    masks: policy.masks,
    role: signedIn.role,
    confirmedAt: await readConfirmed(store, personId),
  };
  const fieldsOf = fieldsByRecord(await readSealedValues(store, personId), vehicles, seen);
  return {
    nameMask: maskName(policy.masks, await readPersonRow(store, personId)).mask,
    context: { vehicles, fieldsOf },
  };
}
