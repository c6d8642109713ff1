/** Reads what the log says that the desk has done. An entry that cannot be read says nothing. */
import {
  ACTIONS,
  DECIDING_ACTIONS,
  type LogAction,
  type LogDetail,
  UNREADABLE,
} from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { SearchKind } from '../../../contract/search/lists.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { type Stretch, allChains, inPieces } from '../log/chains.ts';
import { decisionsIn } from '../log/decisions.ts';
import { readAnyDetail } from '../log/detail.ts';
import type { Session } from '../session/session.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { DeskAct, Place } from './desk-act.ts';
import { type Ties, readTies } from './links.ts';
import { readHome, readPlace } from './place.ts';

/** Rows that are read at once, so that other work runs in between. */
const ROWS_AT_ONCE = 1_000;
const PAST_AT_ONCE = 250;

/** A search by these is by the digits of something. */
const BY_NUMBER: ReadonlySet<SearchKind> = new Set(['phone', 'plate']);

/** Nothing is gone by of these that does not count. */
const DECIDING: ReadonlySet<LogAction> = new Set(DECIDING_ACTIONS);

/** Actions that work on a record and do not show it. */
const WORK: ReadonlySet<LogAction> = new Set<LogAction>(['note', 'extract']);

/** Actions that routes enter when they reply with the record: showing a record counts as opening it, by the facts of the routes alone. */
const SHOWING: ReadonlySet<LogAction> = new Set(
  ROUTE_NAMES.flatMap((name): readonly LogAction[] => {
    const { shows, enters } = ROUTES[name].facts;
    return shows === 'record' && typeof enters !== 'string' ? enters : [];
  }).filter((action) => (ACTIONS[action] as ActionFacts).besideAny === undefined),
);

/** Parts of a session that reading acts needs: the store, its keys, and the roster of staff. */
type ReadSession = Pick<Session, 'store' | 'keys' | 'roster'>;

/** Acts of these entries, in the order of each chain. */
export async function readActs(
  session: ReadSession,
  stretches: readonly Stretch[],
  take: (act: DeskAct) => void,
): Promise<void> {
  const places = createPlaces(session.store);
  let ties: Promise<Ties> | null = null;
  await eachAct(session, places, stretches, ROWS_AT_ONCE, async (act, row) =>
    take(await withTie(act, row, places, await (ties ??= readTies(session)))),
  );
}

/** Acts of these entries, in the order of each chain, without where they were: a few at a time, so that whatever is asked meanwhile has its turn. */
export async function readPast(
  session: ReadSession,
  stretches: readonly Stretch[],
  take: (act: DeskAct) => void,
): Promise<void> {
  const nowhere = async (): Promise<null> => null;
  const places = { home: nowhere, room: nowhere };
  await eachAct(session, places, stretches, PAST_AT_ONCE, async (act) => take(act));
}

async function eachAct(
  session: ReadSession,
  places: Places,
  stretches: readonly Stretch[],
  atOnce: number,
  take: (act: DeskAct, row: LogRow) => Promise<void>,
): Promise<void> {
  let before: LogRow | undefined;
  for (const { after, upTo } of inPieces(stretches, atOnce)) {
    const rows = await session.store.all<LogRow>(
      selectRows(allChains, 'WHERE seq > ? AND seq <= ? ORDER BY seq', after, upTo),
    );
    for (const row of rows) {
      // Several values that are opened at once have an entry each.
      if (before === undefined || !isSameAct(before, row)) {
        if (DECIDING.has(row.action)) decisionsIn(session, [row], DECIDING_ACTIONS);
        const act = await actOf(row, places);
        if (act !== null) await take(act, row);
      }
      before = row;
    }
  }
}

/** The act with its tie, which matters only where a record or a room is looked at. */
async function withTie(act: DeskAct, entry: LogRow, places: Places, ties: Ties): Promise<DeskAct> {
  if (!ties.any || (act.act !== 'open' && act.act !== 'verify' && act.act !== 'reveal')) return act;
  const place = act.act === 'open' ? act.place : await places.home(act.personId);
  return { ...act, tie: await ties.of(entry, act.staffId, act.personId, place) };
}

const isSameAct = (one: LogRow, other: LogRow): boolean =>
  one.action === other.action &&
  one.time === other.time &&
  one.staffId === other.staffId &&
  // A roster of many is one act: how many people it may have, and how often it is made, has limits of its own.
  (one.action === 'disclose' ||
    (one.personId === other.personId &&
      (one.action === 'open-full' ||
        one.action === 'emergency-access' ||
        one.action === 'extract' ||
        one.action === 'print-clear')));

interface Places {
  readonly home: (personId: PersonId) => Promise<Place | null>;
  readonly room: (roomId: RoomId) => Promise<Place | null>;
}

/** Each asked for once while a stretch of the log is read. */
function createPlaces(store: ReadableStore): Places {
  const homes = new Map<PersonId, Promise<Place | null>>();
  const rooms = new Map<RoomId, Promise<Place | null>>();
  const once = <Id>(
    known: Map<Id, Promise<Place | null>>,
    id: Id,
    read: () => Promise<Place | null>,
  ): Promise<Place | null> => {
    const place = known.get(id) ?? read();
    known.set(id, place);
    return place;
  };
  return {
    home: (personId) => once(homes, personId, () => readHome(store, personId)),
    room: (roomId) => once(rooms, roomId, () => readPlace(store, roomId)),
  };
}

async function actOf(row: LogRow, places: Places): Promise<DeskAct | null> {
  const { time, staffId, personId, action, outcome } = row;
  const who = { time, staffId };
  if (WORK.has(action)) return personId === null ? null : { act: 'work', ...who, personId };
  switch (action) {
    case 'sign-in':
      return { act: 'begin', ...who };
    case 'search': {
      const detail = detailOf(row, action);
      return detail === null
        ? null
        : { act: 'search', ...who, byNumber: isByNumber(detail), found: detail.of === 'found' };
    }
    case 'open':
    case 'print':
      return personId === null ? null : { act: 'open', ...who, personId, place: await places.home(personId) };
    case 'open-room': {
      const detail = detailOf(row, action);
      return detail === null
        ? null
        : { act: 'open', ...who, personId: null, place: await places.room(detail.room) };
    }
    case 'verify':
      return personId === null ? null : { act: 'verify', ...who, personId, wrong: outcome === 'no-match' };
    case 'reveal':
    case 'open-full':
    case 'print-clear':
    case 'disclose':
    case 'emergency-access':
      return personId === null ? null : { act: 'reveal', ...who, personId };
    case 'scope-refused': {
      const detail = detailOf(row, action);
      return detail === null
        ? null
        : { act: 'refused', ...who, whom: personId === null ? `room ${detail.room}` : String(personId) };
    }
    case 'import-preview': {
      const detail = detailOf(row, action);
      return detail === null ? null : { act: 'preview', ...who, recognised: detail.recognised };
    }
    case 'import-undo-check': {
      const detail = detailOf(row, action);
      return detail === null ? null : { act: 'preview', ...who, recognised: detail.shown };
    }
    case 'import':
    case 'import-undo':
      return { act: 'import', ...who };
    case 'limit-override':
      return { act: 'lift', ...who };
    case 'alert': {
      const detail = detailOf(row, action);
      if (detail === null) return null;
      const place = detail.room === null ? null : await places.room(detail.room);
      const about = place?.block ?? (personId === null ? (detail.staff ?? '') : String(personId));
      return { act: 'alert', ...who, kind: detail.kind, about };
    }
    case 'staff-link': {
      // Whose record it is stands sealed: what is looked at is counted, and not named.
      const detail = detailOf(row, action);
      return detail === null || detail.record === null ? null : { act: 'linked', ...who };
    }
    default:
      return SHOWING.has(action) ? changeOf(row, action, places) : null;
  }
}

/** Of a person, or of the room that its detail names. */
async function changeOf(row: LogRow, action: LogAction, places: Places): Promise<DeskAct | null> {
  const { time, staffId, personId } = row;
  if (personId !== null)
    return { act: 'changed', time, staffId, personId, place: await places.home(personId) };
  const detail = detailOf(row, action);
  if (typeof detail !== 'object' || detail === null || !('of' in detail) || detail.of !== 'room') return null;
  return { act: 'changed', time, staffId, personId, place: await places.room(detail.room) };
}

/** Of a row that was looked at. */
function detailOf<A extends LogAction>(row: LogRow, action: A): LogDetail<A> | null {
  const detail = readAnyDetail({ ...row, action });
  return detail === UNREADABLE ? null : detail;
}

const isByNumber = (detail: LogDetail<'search'>): boolean =>
  (detail.of === 'found' ? detail.kinds.map(({ kind }) => kind) : detail.sought).every((kind) =>
    BY_NUMBER.has(kind),
  );

/** How many people are on record. */
export const countResidents = (store: ReadableStore): Promise<number> =>
  countOf(store, sql`SELECT count(*) AS n FROM person`);
