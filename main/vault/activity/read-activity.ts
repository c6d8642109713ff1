/** The overview of a session: what was counted of the log is kept as long as the session, so that the next time only what is new is counted. */
import type { RouteReply } from '../../../contract/routes.ts';
import {
  type Marks,
  allChains,
  behind,
  inPieces,
  marksBefore,
  readWhole,
  sizeOf,
  withMark,
} from '../log/chains.ts';
import { type Turns, createTurns } from '../long-work/turns.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type ActivityFact, countPiece } from './count-log.ts';
import { startOfWeeks, summarise } from './summarise.ts';

/** Entries that are counted at once, so that other work runs in between. */
const ENTRIES_AT_ONCE = 5_000;
/** Once it has worked for so long, a request answers how far it has come. Milliseconds. */
const WORKS_FOR_MS = 80;

interface Counting {
  readonly facts: ActivityFact[];
  /** Marks before the first entry that counts, and up to which all are counted; null until the weeks' beginning was looked for. */
  range: { readonly from: Marks; readonly until: Marks } | null;
  /** One request after another: what two of them count would be there twice. */
  readonly turns: Turns;
}

const countings = new WeakMap<Session, Counting>();

/** Counts on from where the request before has come. Errors: those of the store. */
export function readActivity(session: Session): Promise<RouteReply<'activity.read'>> {
  const counting = countings.get(session) ?? { facts: [], range: null, turns: createTurns() };
  countings.set(session, counting);
  return counting.turns.take(() => countOn(session, counting));
}

async function countOn(session: Session, counting: Counting): Promise<RouteReply<'activity.read'>> {
  const { store, clock } = session;
  const now = clock.now();
  const stopsAt = clock.monotonic() + WORKS_FOR_MS;
  const log = await readWhole(store);
  if (log.length === 0) return { state: 'counted', view: summarise([], await aroundOf(session, now, now)) };
  const { from, until: already } = (counting.range ??= await rangeFrom(store, startOfWeeks(now)));
  for (const { after, upTo } of inPieces(behind(log, already), ENTRIES_AT_ONCE)) {
    if (clock.monotonic() >= stopsAt) break;
    counting.facts.push(...(await countPiece(store, after, upTo)));
    counting.range = { from, until: withMark(counting.range.until, upTo) };
  }
  const { until } = counting.range;
  const left = sizeOf(behind(log, until));
  const all = sizeOf(behind(log, from));
  // What took its time in counting does not summarise as well.
  return left > 0 || (until !== already && clock.monotonic() >= stopsAt)
    ? { state: 'counting', counted: all - left, of: all }
    : {
        state: 'counted',
        view: summarise(counting.facts, await aroundOf(session, now, await readBegun(store))),
      };
}

async function rangeFrom(store: ReadableStore, time: number): Promise<NonNullable<Counting['range']>> {
  const from = await marksBefore(store, time);
  return { from, until: from };
}

/** When the estate's log began. */
const readBegun = async (store: ReadableStore): Promise<number> =>
  (await store.get<{ readonly time: number }>(allChains(sql`SELECT time FROM $log ORDER BY seq LIMIT 1`)))
    ?.time ?? 0;

const aroundOf = async (session: Session, now: number, begun: number) => ({
  now,
  begun,
  nameOf: (staffId: Parameters<typeof nameOfStaff>[1]) => nameOfStaff(session, staffId),
});
