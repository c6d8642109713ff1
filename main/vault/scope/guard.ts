/**
 * The one place where a receptionist's scope is held to: the router asks it before any handler. Whom a request names is found by its schema: every
 * id of a kind that leads to residents or rooms, and every room in words.
 */
import { type MarkedPart, findMarked } from '../../../contract/find-marked.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { ScopeRule } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { type RoomPlace, isWithin } from '../../../contract/scope/lists.ts';
import { AppError } from '../app-error.ts';
import { type Session, logAlone } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { LedTo, Leads } from '../session/leads.ts';
import { roomOfText } from './room-of-text.ts';
import { mayOpenPerson, roomsOpened } from './opened.ts';
import { type Within, isPersonWithin, join, nameDesk, withinOf } from './scope.ts';

/** Queries of the guard, exported for the test of their plans. */
export const GUARD_QUERIES = {
  /** No row for somebody who is not on record. */
  person: (within: Within, personId: PersonId): Sql =>
    join(['SELECT ', isPersonWithin(within, 'p.id'), sql` AS isOwn FROM person p WHERE p.id = ${personId}`]),
  place: (roomId: RoomId): Sql =>
    sql`SELECT id AS roomId, estate, building, unit FROM room WHERE id = ${roomId}`,
  placeOf: (canonical: string): Sql =>
    sql`SELECT id AS roomId, estate, building, unit FROM room WHERE canonical = ${canonical}`,
  homes: (personId: PersonId, today: string): Sql => sql`
    SELECT room_id AS roomId FROM occupancy WHERE person_id = ${personId} AND (until_date IS NULL OR until_date > ${today})`,
} as const;

interface PlacedRoom extends RoomPlace {
  /** Null of a room that is not on record. */
  readonly roomId: RoomId | null;
}

/** A record that is another desk's: the person, or the room and where that is. */
interface Elsewhere {
  readonly personId: PersonId | null;
  readonly room: PlacedRoom | null;
}

/**
 * Passes where whoever is signed in looks after all that a request names, or may open it for now. `leads`: to whom the ids of each kind lead. Errors:
 * AppError `outside-scope` {of, id, desk}, once it is entered in the log; `needs-supervisor` where what goes over a scope comes without a PIN; `not-allowed` where the route is for nobody with a scope, or an id is of a
 * kind that nobody has said anything of; those of the store and of the log.
 */
export async function requireWithinScope(
  session: Session,
  route: RouteName,
  request: unknown,
  leads: Leads,
): Promise<void> {
  const within = withinOf(session);
  if (within === null) return;
  const rule: ScopeRule | undefined = ROUTES[route].facts.scope;
  if (rule === undefined || rule === 'refused') throw new AppError('not-allowed');
  const parts = findMarked(ROUTES[route].request, request);
  if (rule === 'over' || rule === 'supervised') {
    const proofs = rule === 'over' ? ['second-pin', 'own-pin'] : ['second-pin'];
    if (!parts.some(({ mark }) => proofs.includes(mark))) throw new AppError('needs-supervisor');
    return;
  }
  const { people, rooms, texts } = await namedIn(session, parts, leads);
  for (const personId of people) await requirePerson(session, within, route, personId);
  for (const roomId of rooms)
    await requireRoom(
      session,
      within,
      route,
      await session.store.get<PlacedRoom>(GUARD_QUERIES.place(roomId)),
    );
  const [first] = people;
  // Asked for a form that is saved alone: most requests write no room.
  const homes = first === undefined || texts.length === 0 ? [] : await homesOf(session, within, first);
  for (const text of texts) {
    const room = await findPlace(session, text);
    // Whoever has a room within and another outside keeps both in the form that is saved.
    if (room?.roomId === null || !homes.includes(room?.roomId ?? NOWHERE))
      await requireRoom(session, within, route, room);
  }
}

const NOWHERE = 0 as RoomId;

/** Whom and what a request names. */
interface Named {
  readonly people: readonly PersonId[];
  readonly rooms: readonly RoomId[];
  /** Rooms as people write them, perhaps not on record yet. */
  readonly texts: readonly string[];
}

/** Ids of other kinds stand for those whom their rows are of. */
async function namedIn(session: Session, parts: readonly MarkedPart[], leads: Leads): Promise<Named> {
  const people = new Set<PersonId>();
  const rooms = new Set<RoomId>();
  for (const { mark, value } of parts) {
    const [kind, to] = mark.split('>');
    if (kind === undefined || to === undefined || to === 'nobody') continue;
    if (kind === 'person') people.add(value as PersonId);
    else if (kind === 'room') rooms.add(value as RoomId);
    else {
      const lead = leads[kind];
      if (lead === undefined) throw new AppError('not-allowed');
      for (const { personId, roomId } of await session.store.all<LedTo>(lead(value as number))) {
        if (personId !== null) people.add(personId);
        else if (roomId !== null) rooms.add(roomId);
      }
    }
  }
  const texts = parts.flatMap(({ mark, value }) => (mark === 'room-text' ? [value as string] : []));
  return { people: [...people], rooms: [...rooms], texts };
}

/**
 * Nothing is said of somebody who is not on record: the handler knows what to say. Whose desk somebody else is at is not told for a bare number: asked for in turn,
 * numbers would tell how many live in each building.
 */
async function requirePerson(
  session: Session,
  within: Within,
  route: RouteName,
  personId: PersonId,
): Promise<void> {
  const row = await session.store.get<{ readonly isOwn: number }>(GUARD_QUERIES.person(within, personId));
  if (row === undefined || row.isOwn === 1 || (await mayOpen(session, within, personId))) return;
  await refuse(session, route, { personId, room: null });
}

/** A supervisor has agreed to them, or to a room where they live now. */
async function mayOpen(session: Session, within: Within, personId: PersonId): Promise<boolean> {
  if (mayOpenPerson(session, personId)) return true;
  const rooms = roomsOpened(session);
  return rooms.length > 0 && (await homesOf(session, within, personId)).some((home) => rooms.includes(home));
}

async function homesOf(
  { store }: Session,
  { today }: Within,
  personId: PersonId,
): Promise<readonly RoomId[]> {
  const rows = await store.all<{ readonly roomId: RoomId }>(GUARD_QUERIES.homes(personId, today));
  return rows.map(({ roomId }) => roomId);
}

async function requireRoom(
  session: Session,
  { scope }: Within,
  route: RouteName,
  room: PlacedRoom | undefined,
): Promise<void> {
  if (room === undefined || isWithin(scope, room)) return;
  if (room.roomId !== null && roomsOpened(session).includes(room.roomId)) return;
  await refuse(session, route, { personId: null, room });
}

/** Where a text says that a room is: as it is on record, or as the text is read. Undefined where it is no room. */
async function findPlace({ store, roomPatterns }: Session, text: string): Promise<PlacedRoom | undefined> {
  const parsed = await roomOfText(store, text, roomPatterns);
  if (parsed === null) return undefined;
  const { estate, building, unit, canonical } = parsed;
  return (
    (await store.get<PlacedRoom>(GUARD_QUERIES.placeOf(canonical))) ?? {
      roomId: null,
      estate,
      building,
      unit,
    }
  );
}

/** For a route that finds a room itself: refuses one that is another desk's. Errors: `outside-scope`; those of the log. */
export async function refuseRoom(session: Session, route: RouteName, roomId: RoomId): Promise<never> {
  const room = await session.store.get<PlacedRoom>(GUARD_QUERIES.place(roomId));
  return refuse(session, route, { personId: null, room: room ?? null });
}

/** The refusal is entered first. Errors: `outside-scope` always; those of the log. */
async function refuse(session: Session, route: RouteName, { personId, room }: Elsewhere): Promise<never> {
  if (!session.readOnly && session.alarms.length === 0)
    await logAlone(session, {
      action: 'scope-refused',
      outcome: 'refused',
      personId,
      detail: { room: personId === null ? (room?.roomId ?? null) : null, route },
    });
  throw new AppError('outside-scope', {
    of: personId === null ? 'room' : 'person',
    // 0 of a room that is not on record, which nobody can open.
    id: personId ?? room?.roomId ?? 0,
    desk: room === null ? '' : nameDesk(session, room),
  });
}
