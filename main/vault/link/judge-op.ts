/**
 * Whether what has a place of the order counts, at every desk alike: by what the order was before it, the op itself, and the rules of its version. Nothing else
 * is asked: no clock, no row that waits here, nothing that only this desk knows.
 */
import { ACTIONS } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import { type Place, readEnvelope, sha256 } from '../../files/spool/envelope.ts';
import type { Placed } from '../../files/spool/spool.ts';
import { bytesOfHex, sameBytes } from '../crypto/bytes.ts';
import type { LogRow } from '../log/canonical.ts';
import { NO_HASH, hasOwnHash } from '../log/chain.ts';
import { allChains, chainOf, endOfChain, startOf } from '../log/chains.ts';
import { type DecisionRoster, areSigned } from '../log/decisions.ts';
import type { OpContent, TableChanges, Value } from '../ops/op-content.ts';
import { leastSchema } from '../ops/desk-versions.ts';
import { openOp } from '../ops/op-envelope.ts';
import { LOG_TABLES, beyondItsActions } from '../ops/rights.ts';
import { ALLOCATED_TABLES, SEGMENTS_OF_A_DESK } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { TABLES, type TableName } from '../store/tables.ts';
import { type EstateRoster, type NamedOp, isSameOp, staffAt, stopNamedBy } from './estate-roster.ts';
import { type OpKind, RULES, unpackBody, unpackHead } from './op-plaintext.ts';
import { type Row, entriesOf, rowsOf } from './rows-of-op.ts';

/**
 * `counted`; `void`: of it the entries alone, since it needed the place after its base and has another; or passed over: `unsigned` (not signed by a desk that the roster has there, whose numbers it does not touch), `replayed` (that desk's op of this number stands
 * before it), `ended` (of a desk whose end stands before it, or was read ahead of it), `refused` (signed and not what an op may be: no later one of that desk counts).
 */
export type Verdict = 'counted' | 'void' | 'unsigned' | 'replayed' | 'ended' | 'refused';

/** Why the order is taken in no further: each ends with something else than the next op. `gone`: the spool has not what it should have. */
export type WhyStopped = 'missing-key' | 'newer-program' | 'forked' | 'gone';

export type Judged =
  | {
      readonly verdict: 'counted' | 'void';
      readonly kind: OpKind;
      /** What of it counts. */
      readonly content: OpContent;
      readonly time: number;
      /** Of its author's store. */
      readonly schema: number;
    }
  | { readonly verdict: Exclude<Verdict, 'counted' | 'void'> }
  | { readonly stop: WhyStopped };

export interface Judge {
  readonly vaultId: string;
  /** Of the store. */
  readonly schema: number;
  readonly estate: EstateRoster;
  /** Null where this desk has none. */
  readonly opKeyOf: (at: { readonly epoch: number; readonly step: number }) => Uint8Array | null;
}

const REFUSED = { verdict: 'refused' } as const;
/** Mailbox or desk: either may lie. */
const FORKED = { stop: 'forked' } as const;

/**
 * Of what has the place after `before`. `ordered` has the verdicts up to there, and what those did but for `ahead`, which is about to be applied.
 * Errors: those of the store.
 */
export async function judgeOp(
  judge: Judge,
  ordered: ReadableStore,
  before: Place,
  placed: Placed,
  ahead: OpContent = [],
): Promise<Judged> {
  const { vaultId, schema } = judge;
  const { envelope } = placed;
  if (envelope === null) return { verdict: 'unsigned' };
  if (!sameBytes(sha256(envelope), placed.hash)) return { stop: 'gone' };
  const roster = await judge.estate.now(ordered);
  const head = readEnvelope(vaultId, envelope, (desk) => roster.desks.get(desk)?.signKey ?? null);
  if (head === null || head.desk !== placed.desk || head.n !== placed.n) return { verdict: 'unsigned' };
  const earlier = await readEarlier(ordered, head.desk);
  if (roster.desks.get(head.desk)?.isEnded === true || earlier.isEnded) return { verdict: 'ended' };
  if (earlier.isRefused) return REFUSED;
  if (head.n <= earlier.lastN) return { verdict: 'replayed' };
  // The mailbox can keep back the one between: its desk is not passed over for that.
  if (head.n !== earlier.lastN + 1) return FORKED;
  // Of an epoch that nobody has begun, no desk would ever have a key.
  if (!roster.opKeys.has(head.epoch)) return REFUSED;
  const key = judge.opKeyOf(head);
  if (key === null) return { stop: 'missing-key' };
  const plaintext = openOp(vaultId, envelope, key);
  const said = plaintext === null ? null : unpackHead(plaintext);
  if (plaintext === null || said === null) return REFUSED;
  if (said.schema > schema || said.rules > RULES) return { stop: 'newer-program' };
  // As where something was kept back from this desk.
  if (said.base.place > before.place) return FORKED;
  const known = await hashAt(ordered, before, said.base.place);
  if (known !== null && !sameBytes(known, said.base.hash)) return FORKED;
  const content = unpackBody(plaintext);
  const { kind, time } = said;
  // All have said a later one: it goes back behind that.
  if (said.schema < (await leastSchema(ordered))) return REFUSED;
  if (content === null || !(await isAllowed(ordered, { vaultId, desk: head.desk }, { kind, content }, ahead)))
    return REFUSED;
  const staff = staffAt(roster, said.rosterHead);
  if (staff === null || !isSigned(staff, content)) return REFUSED;
  const isElsewhere = kind === 'coordinated' && before.place !== said.base.place;
  const stop = isElsewhere ? await stopOf(ordered, said.base, content) : 'none';
  // Its author has passed over what counts here.
  if (stop === 'counted') return FORKED;
  const takes = (!isElsewhere || stop === 'ended') && (await judge.estate.takes(ordered, content));
  if (isElsewhere && !takes)
    return { verdict: 'void', kind, content: entriesIn(content), time, schema: said.schema };
  // Otherwise no desk could verify its roster any more.
  return takes ? { verdict: 'counted', kind, content, time, schema: said.schema } : REFUSED;
}

/** Whether an op ends a desk because of what stands behind its base, and what became of that: `ended` where the end was read ahead of it. */
async function stopOf(
  ordered: ReadableStore,
  base: Place,
  content: OpContent,
): Promise<'none' | 'ended' | 'counted'> {
  const named = stopNamedBy(content);
  if (named === null) return 'none';
  const row = await ordered.get<{ readonly verdict: Verdict }>(
    sql`SELECT verdict FROM op_place WHERE place = ${base.place + 1} AND desk = ${named.desk} AND n = ${named.n} AND lower(hex(hash)) = ${named.hash}`,
  );
  if (row === undefined) return 'none';
  return row.verdict === 'ended' ? 'ended' : 'counted';
}

/**
 * Whether an op is the end of a desk because of its op `stop`, at which the order stops behind `before`: another desk sent it from there, and admin and supervisor have signed it. It is
 * read ahead of all that lies between, since nobody could bring it before. Errors: those of the store.
 */
export async function endsStop(
  { vaultId, schema, estate, opKeyOf }: Judge,
  ordered: ReadableStore,
  before: Place,
  stop: NamedOp,
  { envelope, desk, n }: Placed,
): Promise<boolean> {
  const roster = await estate.now(ordered);
  const sender = desk === stop.desk ? undefined : roster.desks.get(desk);
  if (envelope === null || sender === undefined || sender.isEnded) return false;
  const head = readEnvelope(vaultId, envelope, (of) => (of === desk ? sender.signKey : null));
  if (head?.n !== n || !roster.opKeys.has(head.epoch)) return false;
  const earlier = await readEarlier(ordered, desk);
  if (earlier.isRefused || earlier.isEnded || n <= earlier.lastN) return false;
  const key = opKeyOf(head);
  const plaintext = key === null ? null : openOp(vaultId, envelope, key);
  const said = plaintext === null ? null : unpackHead(plaintext);
  if (plaintext === null || said === null || said.schema > schema || said.rules > RULES) return false;
  if (said.schema < (await leastSchema(ordered))) return false;
  if (said.base.place !== before.place || !sameBytes(said.base.hash, before.hash)) return false;
  const content = unpackBody(plaintext);
  if (content === null || !isSameOp(stopNamedBy(content), stop)) return false;
  const staff = staffAt(roster, said.rosterHead);
  return (
    said.kind === 'coordinated' &&
    beyondItsActions(content).length === 0 &&
    staff !== null &&
    isSigned(staff, content) &&
    estate.takes(ordered, content)
  );
}

/** Of what a desk has in the order. */
async function readEarlier(
  ordered: ReadableStore,
  desk: number,
): Promise<{ readonly lastN: number; readonly isRefused: boolean; readonly isEnded: boolean }> {
  const row = await ordered.get<{
    readonly lastN: number;
    readonly refused: number;
    readonly ended: number;
  }>(
    sql`SELECT coalesce(max(CASE WHEN verdict IN ('counted', 'void') THEN n END), 0) AS "lastN", coalesce(max(verdict = 'refused'), 0) AS refused,
      coalesce(max(verdict = 'ended'), 0) AS ended FROM op_place WHERE desk = ${desk}`,
  );
  return { lastN: row?.lastN ?? 0, isRefused: row?.refused === 1, isEnded: row?.ended === 1 };
}

/** The running hash after a place; null of one from before this desk was there. */
async function hashAt(ordered: ReadableStore, last: Place, place: number): Promise<Uint8Array | null> {
  if (place === last.place) return last.hash;
  const row = await ordered.get<{ readonly hash: Uint8Array }>(
    sql`SELECT hash FROM op_place WHERE place = ${place}`,
  );
  return row?.hash ?? null;
}

/** Whether a desk may do all this: what its entries say, to rows of its own numbers, and on from its last entry, each with its own hash. */
export async function isAllowed(
  ordered: ReadableStore,
  { vaultId, desk }: { readonly vaultId: string; readonly desk: number },
  { kind, content }: { readonly kind: OpKind; readonly content: OpContent },
  ahead: OpContent = [],
): Promise<boolean> {
  if (kind !== kindOfOp(content) || beyondItsActions(content).length > 0) return false;
  const own = await readOwnDesks(ordered, desk, [...ahead, ...content]);
  return (
    content.every((changes) => isInRange(changes, desk, own.desks)) &&
    (await continuesChain(ordered, content, ahead, own.chains)) &&
    entriesOf(content).every((row) => isHashed(bytesOfHex(vaultId), row))
  );
}

/** How an op counts, by what it does. */
export const kindOfOp = (content: OpContent): OpKind => (isCoordinated(content) ? 'coordinated' : 'free');

const kindOf = (table: string): string | undefined => TABLES[table as TableName]?.desks;

/** Whether all other desks have to wait for it: by what it writes, or by what it enters. */
const isCoordinated = (content: OpContent): boolean =>
  content.some(({ table }) => kindOf(table) === 'coordinated') ||
  rowsOf(content, 'log_entry').some(
    ({ action }) =>
      (ACTIONS as Readonly<Record<string, ActionFacts>>)[String(action)]?.work === 'coordinated',
  );
export const isOwn = (table: string): boolean => kindOf(table) === 'own';
/** What of an op counts wherever it stands. */
export const entriesIn = (content: OpContent): OpContent =>
  content.filter(({ table }) => LOG_TABLES.includes(table));

/** Numbers that this desk has had, and the chains that it goes on with: a computer whose store was put back is another desk in the same chain. */
async function readOwnDesks(
  ordered: ReadableStore,
  desk: number,
  content: OpContent,
): Promise<{ readonly desks: ReadonlySet<number>; readonly chains: ReadonlySet<number> }> {
  const segments = await ordered.all<{ readonly id: number; readonly first: number }>(
    allChains(sql`SELECT id, first_seq AS first FROM $segments`),
  );
  const added = rowsOf(content, 'log_segment').map((row) => ({
    id: Number(row['id']),
    first: Number(row['first_seq']),
  }));
  const all = [...segments, ...added].map(({ id, first }) => ({
    desk: Math.floor(id / SEGMENTS_OF_A_DESK),
    chain: chainOf(first),
  }));
  const chains = new Set(all.filter((one) => one.desk === desk).map(({ chain }) => chain));
  return {
    chains,
    desks: new Set([desk, ...all.filter(({ chain }) => chains.has(chain)).map((one) => one.desk)]),
  };
}

/** New numbers are of the desk's own range, and of own rows it touches none but its own. */
function isInRange(
  { table, keyed, added, changed, removed }: TableChanges,
  desk: number,
  own: ReadonlySet<number>,
): boolean {
  const span = (ALLOCATED_TABLES as Readonly<Record<string, number>>)[table];
  if (span === undefined || keyed !== 1) return true;
  const deskOf = (key: Value | undefined): number => Math.floor(Number(key) / span);
  return (
    added.every(([key]) => deskOf(key) === desk) &&
    (!isOwn(table) || [...changed.map(({ key }) => key), ...removed].every(([key]) => own.has(deskOf(key))))
  );
}

/** Entries are all of one chain of the desk's, and go on from its last one. */
async function continuesChain(
  ordered: ReadableStore,
  content: OpContent,
  ahead: OpContent,
  chains: ReadonlySet<number>,
): Promise<boolean> {
  const entries = entriesOf(content);
  const first = Number(entries[0]?.['seq']);
  if (entries.length === 0) return true;
  const isBefore = ({ seq: one }: Row): boolean =>
    Number(one) < first && chainOf(Number(one)) === chainOf(first);
  const stored = await ordered.get<Row>(
    allChains(
      sql`SELECT seq, hash FROM $log WHERE seq > ${startOf(chainOf(first))} AND seq < ${Math.min(first, endOfChain(first))} ORDER BY seq DESC LIMIT 1`,
    ),
  );
  const last = entriesOf(ahead).findLast(isBefore) ?? stored;
  let seq = Number(last?.['seq'] ?? startOf(chainOf(first)));
  let hash: Value = last?.['hash'] ?? NO_HASH;
  for (const entry of entries) {
    const { prev_hash: before, hash: its } = entry;
    seq += 1;
    if (entry['seq'] !== seq || !chains.has(chainOf(seq))) return false;
    if (!isBytes(before) || !isBytes(its) || !isBytes(hash) || !sameBytes(before, hash)) return false;
    hash = its;
  }
  return true;
}

/** Whether the hash of an entry is its own: by it the log's signatures and the chain are told everywhere. */
const isHashed = (vaultId: Uint8Array, row: Row): boolean =>
  orFalse(() => hasOwnHash(vaultId, logRowOf(row)));

/** Whether the entries of an op are signed by whoever had to type a PIN for them: otherwise every desk would hold its own log for forged. */
const isSigned = (staff: DecisionRoster, content: OpContent): boolean =>
  orFalse(() => areSigned(staff, entriesOf(content).map(logRowOf)));

const logRowOf = (row: Row): LogRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as unknown as LogRow;

/** Of columns that no entry has so. */
function orFalse(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

const isBytes = (value: Value | undefined): value is Uint8Array => value instanceof Uint8Array;
