/** The overview of a session: what was counted of the log is kept as long as the session, so that the next time only what is new is counted. */
import type { RouteReply } from '../../../contract/routes.ts';
import { type Turns, createTurns } from '../long-work/turns.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { lastBefore } from '../access-monitor/read-acts.ts';
import { type ActivityFact, countPiece } from './count-log.ts';
import { startOfWeeks, summarise } from './summarise.ts';

/** Entries that are counted at once, so that other work runs in between. */
const ENTRIES_AT_ONCE = 5_000;
/** Once it has worked for so long, a request answers how far it has come. Milliseconds. */
const WORKS_FOR_MS = 80;

interface Counting {
  readonly facts: ActivityFact[];
  /** Numbers of the entries before the first that counts and of the last that is counted; null until the weeks' beginning was looked for. */
  range: { readonly from: number; readonly until: number } | null;
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
  const log = await readEnds(store);
  if (log === null) return { state: 'counted', view: summarise([], await aroundOf(session, now, now)) };
  const start = counting.range?.from ?? (await lastBefore(store, startOfWeeks(now)));
  const already = counting.range?.until ?? start;
  let until = already;
  while (until < log.lastSeq && clock.monotonic() < stopsAt) {
    const last = Math.min(until + ENTRIES_AT_ONCE, log.lastSeq);
    counting.facts.push(...(await countPiece(store, until, last)));
    until = last;
    counting.range = { from: start, until };
  }
  // What took its time in counting does not summarise as well.
  return until < log.lastSeq || (until > already && clock.monotonic() >= stopsAt)
    ? { state: 'counting', counted: until - start, of: log.lastSeq - start }
    : { state: 'counted', view: summarise(counting.facts, await aroundOf(session, now, log.firstTime)) };
}

interface Ends {
  readonly firstTime: number;
  readonly lastSeq: number;
}

/** Null of an empty log. */
async function readEnds(store: ReadableStore): Promise<Ends | null> {
  const ends = await store.get<Ends>(sql`
    SELECT (SELECT time FROM log_entry ORDER BY seq LIMIT 1) AS firstTime, seq AS lastSeq FROM log_entry ORDER BY seq DESC LIMIT 1`);
  return ends ?? null;
}

const aroundOf = async (session: Session, now: number, begun: number) => ({
  now,
  begun,
  nameOf: (staffId: Parameters<typeof nameOfStaff>[1]) => nameOfStaff(session, staffId),
});
