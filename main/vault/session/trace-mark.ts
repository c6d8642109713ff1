/** The mark of a session: what leads back from a photo, a paper or a file to who had it, at which desk and when. */
import type { PaperMark } from '../../../contract/paper.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { showTraceCode } from '../../../contract/trace/lists.ts';
import type { TraceMarkView } from '../../../contract/trace/routes.ts';
import { AppError } from '../app-error.ts';
import { allChains, chainOf, endOfChain, ownChain, placeIn, readMarks, startOf } from '../log/chains.ts';
import { deskOfSegment } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { type Session, nameOfStaff } from './session.ts';
import { decodeTrace, encodeTrace, TRACE_KEY_BYTES, traceKeyOf } from './trace-code.ts';

const MINUTE_MS = 60_000;

/** Queries of marks, exported for the test of their plans. */
export const TRACE_QUERIES = {
  key: sql`SELECT key FROM trace_key WHERE id = 1`,
  /** The newest sign-in at this computer; entries are looked through from the end. */
  lastSignIn: ownChain(
    sql`SELECT seq, staff_id AS staffId FROM $log WHERE action = 'sign-in' ORDER BY seq DESC LIMIT 1`,
  ),
  signIn: (seq: number) =>
    allChains(
      sql`SELECT seq, time, segment_id AS segment, staff_id AS staffId FROM $log WHERE seq = ${seq} AND action = 'sign-in'`,
    ),
  /** At the same desk. */
  nextSignIn: (seq: number) =>
    allChains(
      sql`SELECT seq, time FROM $log WHERE seq > ${seq} AND seq < ${endOfChain(seq)} AND action = 'sign-in' ORDER BY seq LIMIT 1`,
    ),
} as const;

/** The entry of a session's own sign-in: found once, since it does not change. */
const signIns = new WeakMap<Session, number>();

/**
 * The mark of this session in this minute. Its code is null where the store has not taken the entry of the sign-in (a damaged one takes none).
 * Errors: `store-tampered` {part: 'rows'} where the key is none.
 */
export async function markOf(session: Session): Promise<TraceMarkView> {
  const own = await ownSignIn(session);
  const desk = session.header.desk + 1;
  if (own === null) return { code: null, desk };
  const minute = Math.floor(session.clock.now() / MINUTE_MS);
  const key = traceKeyOf(await readKey(session), chainOf(own));
  return { code: encodeTrace(key, { session: placeIn(own), minute }), desk };
}

/** The same as papers have it. */
export async function paperMarkOf(session: Session): Promise<PaperMark> {
  const { code, desk } = await markOf(session);
  return {
    name: session.signedIn.displayName,
    desk,
    at: session.clock.now(),
    code: code === null ? null : showTraceCode(code),
  };
}

async function ownSignIn(session: Session): Promise<number | null> {
  const known = signIns.get(session);
  if (known !== undefined) return known;
  const last = await session.store.get<{ readonly seq: number; readonly staffId: StaffId }>(
    TRACE_QUERIES.lastSignIn,
  );
  // One of somebody else would lead to them.
  if (last === undefined || last.staffId !== session.signedIn.staffId) return null;
  signIns.set(session, last.seq);
  return last.seq;
}

async function readKey({ store }: Pick<Session, 'store'>): Promise<Uint8Array> {
  const row = await store.get<{ readonly key: unknown }>(TRACE_QUERIES.key);
  if (!(row?.key instanceof Uint8Array) || row.key.length !== TRACE_KEY_BYTES)
    throw new AppError('store-tampered', { part: 'rows' });
  return row.key;
}

/** Whom a mark leads to. */
export interface FoundMark {
  readonly staffId: StaffId;
  readonly staffName: string;
  readonly desk: number;
  /** The minute of the mark, in milliseconds since 1970. */
  readonly at: number;
  /** Entry of the sign-in, and its time. */
  readonly session: number;
  readonly since: number;
  /** The entry of the next sign-in, before which all of this session's are; null where it is the last. */
  readonly nextSession: number | null;
}

interface SignInRow {
  readonly seq: number;
  readonly time: number;
  readonly segment: number;
  readonly staffId: StaffId;
}

/** Null where no session of this vault, at whatever desk, had that mark. `code`: as `readTraceCode` gives it. Errors: as `markOf`. */
export async function findMark(session: Session, code: string): Promise<FoundMark | null> {
  const key = await readKey(session);
  for (const chain of (await readMarks(session.store)).map(chainOf)) {
    const { session: place, minute } = decodeTrace(traceKeyOf(key, chain), code);
    const found = await findAt(session, startOf(chain) + place, minute * MINUTE_MS);
    if (found !== null) return found;
  }
  return null;
}

/** By the entry of a sign-in and a moment; null where that was none of its session. */
async function findAt(session: Session, seq: number, at: number): Promise<FoundMark | null> {
  const signIn = await session.store.get<SignInRow>(TRACE_QUERIES.signIn(seq));
  // Of 55 bits that were made up, next to none is a minute of a session that there was.
  if (signIn === undefined || at + MINUTE_MS <= signIn.time || at > session.clock.now() + MINUTE_MS)
    return null;
  const next = await session.store.get<{ readonly seq: number; readonly time: number }>(
    TRACE_QUERIES.nextSignIn(signIn.seq),
  );
  if (next !== undefined && at > next.time) return null;
  return {
    staffId: signIn.staffId,
    staffName: nameOfStaff(session, signIn.staffId),
    desk: deskOfSegment(signIn.segment) + 1,
    at,
    session: signIn.seq,
    since: signIn.time,
    nextSession: next?.seq ?? null,
  };
}
