/**
 * The link of an open store to other desks: what a transaction does to shared tables is kept as an op in the same transaction, goes out by the spool, and what the
 * order of all desks has brought there is taken in, place after place.
 */
import { type Place, nextPlace, readHead, startOfOrder } from '../../files/spool/envelope.ts';
import { type Spool, spoolOf } from '../../files/spool/spool.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import type { Clock } from '../clock.ts';
import { bytesOfBase64 } from '../crypto/bytes.ts';
import type { Header } from '../keys/header.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import { type Roster, readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { createTurns } from '../long-work/turns.ts';
import { applyLocal, applyOp } from '../ops/apply-op.ts';
import { type Captured, type Capture, captureOps } from '../ops/capture.ts';
import { type OpContent, packContent, unpackContent } from '../ops/op-content.ts';
import { openOp, sealOp } from '../ops/op-envelope.ts';
import { type SharedTable, readLocalTables, readSharedTables } from '../ops/shared-tables.ts';
import { type Lost, lossText, readLosses } from '../ops/losses.ts';
import { actionsOf } from '../ops/rights.ts';
import { lookAt } from '../ops/apply-in-order.ts';
import { type OrderedOp, type WaitingOp, takeIn } from '../ops/take-in.ts';
import { schemaVersion } from '../store/migrate.ts';
import type { TableName } from '../store/tables.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { type Coordination, NotHeldError, createCoordination } from './coordination.ts';
import {
  type Judge,
  type Judged,
  type WhyStopped,
  entriesIn,
  entriesOf,
  isAllowed,
  isOwn,
  judgeOp,
  kindOfOp,
} from './judge-op.ts';
import { type LinkKeys, type OpKey, opKeyAt, readLinkKeys } from './link-keys.ts';
import { RULES, packOp, unpackBody, unpackHead } from './op-plaintext.ts';

/** How far this desk is with the order of all. */
export interface LinkState {
  /** Ops of this desk that have no place yet. */
  readonly waiting: number;
  /** Up to here the order is taken in. */
  readonly place: number;
  /** Why it is taken in no further, and whose op it was; null where it goes on. */
  readonly stopped: { readonly why: WhyStopped; readonly desk: number } | null;
  /** What this desk sends counts nowhere any more. */
  readonly isRefused: boolean;
}

/** What came of a look into the spool. */
export interface TakenIn {
  readonly places: number;
  /** Of other desks, or of this one where its place has decided over it. */
  readonly news: number;
  /** What that entered. */
  readonly actions: readonly string[];
}

export interface DeskLink {
  /** Captures what is done. */
  readonly store: Store;
  /** Takes in what the spool has; with what was taken in for coordinated work meanwhile. Errors: those of the store. */
  takeIn(): Promise<TakenIn>;
  /** Has all other desks wait for it. Errors: those of Coordination.while. */
  coordinate: Coordination['while'];
  readState(): Promise<LinkState>;
  /** Resolves when nothing is written to the spool any more that was begun. */
  drain(): Promise<void>;
}

interface LinkOptions {
  readonly vaultDir: string;
  readonly header: Header;
  /** As whoever signs in has them pinned. */
  readonly roots: Roots;
  readonly deviceSecret: Uint8Array;
  readonly store: Store;
  readonly clock: Clock;
  readonly carrier: CarrierLine;
}

/** Most bytes of envelopes that are taken in at once, and places. */
const BATCH_BYTES = 4 * 2 ** 20;
const BATCH_PLACES = 256;
/** Most bytes that lie in the spool to be sent: the rest follows as it goes. */
const OUT_BYTES = 64 * 2 ** 20;

/** Errors: `store-tampered` {part: 'link'} where the keys are not this computer's; those of the store and of the file system. */
export async function openLink(options: LinkOptions): Promise<DeskLink> {
  const { vaultDir, header, roots, deviceSecret, store, clock, carrier } = options;
  const { vaultId, desk, link } = header;
  if (link === undefined) throw new AppError('internal', { what: 'link' });
  const keys = await readLinkKeys(store, { vaultId, deviceSecret });
  const publicKeys = new Map(link.desks.map((one) => [one.desk, bytesOfBase64(one.signKey)]));
  const judge: Judge = {
    vaultId,
    schema: await schemaVersion(store),
    publicKeyOf: (of) => publicKeys.get(of) ?? null,
    rosterAt: createRosters(vaultId, roots),
    opKeyOf: (at) => opKeyAt(keys, vaultId, at),
  };
  const spool = spoolOf(vaultDir);
  await spool.make();
  spool.putTaken(await readTaken(store));
  const outgoing = createOutgoing(store, spool, carrier);
  const tables = await readSharedTables(store);
  const { store: captured, capture } = await captureOps(store, {
    async take(tx, done, back) {
      const author = { vaultId, desk, keys, schema: judge.schema, tables, now: clock.now() };
      if (kindOfOp(done.content) === 'free') return void (await keepOp(tx, author, done));
      if (done.content.some(({ table }) => OF_KEYS.includes(table))) throw new AppError('needs-all-desks');
      if (!(await coordination.isReady(tx))) throw new NotHeldError();
      const n = await handOut(tx, author, done, back);
      await capture.drain(tx);
      return () => coordination.while(() => coordination.decided(n));
    },
    committed: () => void outgoing.lay(),
  });
  const local = await readLocalTables(store);
  const taking = createTaking({ store, spool, judge, desk, capture, tables, local });
  const turns = createTurns();
  let untold: TakenIn[] = [];
  const takeInAll = (): Promise<TakenIn> =>
    turns.take(async () => {
      const all: TakenIn[] = [];
      for (;;) {
        const taken = await taking.batch();
        if (taken.places === 0) break;
        all.push(taken);
      }
      await outgoing.lay();
      untold.push(...all);
      return allOf(all);
    });
  const coordination = createCoordination({
    store,
    desk,
    carrier,
    takeIn: async () => (await takeInAll()).news,
    isStopped: () => taking.stopped() !== null,
  });
  const transaction: Store['transaction'] = async (work, entered) => {
    try {
      return await captured.transaction(work, entered);
    } catch (error) {
      if (!(error instanceof NotHeldError)) throw error;
      return coordination.while(async () => {
        // What was read before may be another by now.
        if ((await coordination.prepare()) > 0) throw new AppError('changed-meanwhile');
        return captured.transaction(work, entered).catch(orBusy);
      });
    }
  };
  // Of a vault process that was killed while others waited for it.
  carrier.hold(0);
  await outgoing.lay();
  return {
    store: {
      ...captured,
      transaction,
      runAlone: (query) => transaction(async (tx) => void (await tx.run(query))),
    },
    async takeIn() {
      await takeInAll();
      const told = allOf(untold);
      untold = [];
      return told;
    },
    coordinate: (work) =>
      coordination.while(async () => {
        await coordination.prepare();
        return work();
      }),
    drain: () => outgoing.lay(),
    async readState() {
      const row = await store.get<{
        readonly waiting: number;
        readonly place: number;
        readonly refused: number;
      }>(
        sql`SELECT (SELECT count(*) FROM op_out) AS waiting, place,
          EXISTS (SELECT 1 FROM op_place WHERE desk = ${desk} AND verdict = 'refused') AS refused FROM link`,
      );
      return {
        waiting: row?.waiting ?? 0,
        place: row?.place ?? 0,
        stopped: taking.stopped(),
        isRefused: row?.refused === 1,
      };
    },
  };
}

const allOf = (all: readonly TakenIn[]): TakenIn => ({
  places: all.reduce((sum, { places }) => sum + places, 0),
  news: all.reduce((sum, { news }) => sum + news, 0),
  actions: all.flatMap(({ actions }) => actions),
});

/** A store that begins to keep ops, in the caller's transaction: `from` is the place at which it is a copy of the order. */
export async function beginLink(
  tx: WritableStore,
  vaultId: string,
  from: Place = startOfOrder(vaultId),
): Promise<void> {
  await tx.run(
    sql`INSERT OR REPLACE INTO link (id, given, place, hash) VALUES (1, 0, ${from.place}, ${from.hash})`,
  );
}

/** The staff as the order has them, up to a head that an op names. */
function createRosters(vaultId: string, roots: Roots): Judge['rosterAt'] {
  let known: Roster | null = null;
  return async (ordered, head) => {
    const last = await ordered.get<{ readonly n: number | null }>(sql`SELECT max(n) AS n FROM roster_entry`);
    if (known === null || known.head.n !== last?.n)
      known = verifyRoster(vaultId, await readRosterEntries(ordered), roots, 0);
    const { hashAt, keyAt, keyOf } = known;
    if (hashAt(head.n) !== head.hash) return null;
    return {
      vaultId,
      keyAt: (staffId, n) => (n <= head.n ? keyAt(staffId, n) : null),
      keyOf: (staffId, role, n) => (n <= head.n ? keyOf(staffId, role, n) : null),
    };
  };
}

async function readTaken(store: ReadableStore): Promise<Place> {
  const row = await store.get<Place>(sql`SELECT place, hash FROM link`);
  if (row === undefined) throw new AppError('store-tampered', { part: 'link' });
  return row;
}

// --- what this desk does

interface Author {
  readonly vaultId: string;
  readonly desk: number;
  readonly keys: LinkKeys;
  readonly schema: number;
  readonly tables: readonly SharedTable[];
  readonly now: number;
}

/** Tables of the staff's keys: what is done to them goes along with this desk's header, which no other desk follows yet. */
const OF_KEYS: readonly string[] = [
  'roster_entry',
  'tier_key',
  'tier_grant',
  'former_keys',
] satisfies readonly TableName[];

const orBusy = (error: unknown): never => {
  throw error instanceof NotHeldError ? new AppError('changed-meanwhile') : error;
};

/** Errors: `internal` where an op may not do so much, which no desk would count. */
async function keepOp(tx: WritableStore, author: Author, { content, undo }: Captured): Promise<void> {
  const back = withoutOwn(undo);
  const pending = textOf(await lookAt(tx, author.tables, content));
  const n = await putOut(tx, author, content);
  await tx.run(
    sql`UPDATE op_out SET undo = ${back.length === 0 ? null : packContent(back)}, pending = ${pending} WHERE n = ${n}`,
  );
}

/** Takes back what was done but its entries, and hands out the op that says it: its place decides. Returns its number. Errors: as `keepOp`. */
async function handOut(
  tx: WritableStore,
  author: Author,
  { content, local }: Captured,
  back: () => Promise<void>,
): Promise<number> {
  const counters = await tx.all<{ readonly name: string; readonly last: number }>(
    sql`SELECT table_name AS name, last FROM id_counter`,
  );
  await back();
  // Numbers that were given out are not given out again, whatever becomes of it.
  for (const { name, last } of counters)
    await tx.run(sql`UPDATE id_counter SET last = ${last} WHERE table_name = ${name}`);
  const n = await putOut(tx, author, content);
  await applyOp(tx, author.tables, entriesIn(content));
  for (const { seq } of entriesOf(content))
    await tx.run(sql`INSERT INTO undone_entry (seq, decided) VALUES (${Number(seq)}, 0)`);
  if (local.length > 0) await tx.run(sql`UPDATE op_out SET local = ${packContent(local)} WHERE n = ${n}`);
  return n;
}

/** Seals an op and puts it where it waits. Returns its number. Errors: as `keepOp`. */
async function putOut(tx: WritableStore, author: Author, content: OpContent): Promise<number> {
  const { vaultId, desk, keys, schema, now } = author;
  const kind = kindOfOp(content);
  if (!(await isAllowed(tx, { vaultId, desk }, { kind, content })))
    throw new AppError('internal', { what: 'op' });
  const opKey = newestOf(keys.op);
  const given = await tx.get<{ readonly n: number }>(
    sql`UPDATE link SET given = given + 1 RETURNING given AS n`,
  );
  const head = await tx.get<{ readonly n: number; readonly hash: string }>(
    sql`SELECT n, lower(hex(hash)) AS hash FROM roster_entry ORDER BY n DESC LIMIT 1`,
  );
  if (given === undefined || head === undefined) throw new AppError('store-tampered', { part: 'link' });
  const plaintext = packOp({
    kind,
    schema,
    rules: RULES,
    rosterHead: head,
    base: await readTaken(tx),
    time: now,
    content,
  });
  const envelope = sealOp(vaultId, { desk, n: given.n, epoch: opKey.epoch, step: opKey.step }, plaintext, {
    opKey: opKey.key,
    privateKey: keys.sign.privateKey,
  });
  await tx.run(sql`INSERT INTO op_out (n, envelope) VALUES (${given.n}, ${envelope})`);
  return given.n;
}

const newestOf = (keys: readonly OpKey[]): OpKey => {
  const newest = keys.toSorted((one, other) => other.epoch - one.epoch)[0];
  if (newest === undefined) throw new AppError('store-tampered', { part: 'link' });
  return newest;
};

const textOf = (losses: readonly Lost[]): string | null => (losses.length === 0 ? null : lossText(losses));

/** Entries and rows that no other desk changes are never taken back. */
const withoutOwn = (content: OpContent): OpContent => content.filter(({ table }) => !isOwn(table));

/** Lays what waits into the spool, as far as there is room, and never rejects: what is not there is laid the next time. */
function createOutgoing(store: Store, spool: Spool, carrier: CarrierLine): { lay(): Promise<void> } {
  const turns = createTurns();
  async function lay(): Promise<void> {
    const rows = await store.all<{ readonly n: number; readonly bytes: number }>(
      sql`SELECT n, length(envelope) AS bytes FROM op_out ORDER BY n`,
    );
    const there = new Set(await spool.list('out'));
    for (const n of there) if (!rows.some((row) => row.n === n)) await spool.remove('out', n);
    let room = OUT_BYTES;
    let isNew = false;
    for (const { n, bytes } of rows) {
      room -= bytes;
      if (room < 0 && n !== rows[0]?.n) break;
      if (there.has(n) && spool.readOut(n)?.length === bytes) continue;
      const row = await store.get<{ readonly envelope: Uint8Array }>(
        sql`SELECT envelope FROM op_out WHERE n = ${n}`,
      );
      if (row !== undefined) await spool.putOut(n, row.envelope);
      isNew = true;
    }
    if (isNew) carrier.wake();
  }
  return { lay: () => turns.take(lay).catch(() => undefined) };
}

// --- what all desks do

interface Taking {
  readonly store: Store;
  readonly spool: Spool;
  readonly judge: Judge;
  readonly desk: number;
  readonly capture: Capture;
  readonly tables: readonly SharedTable[];
  /** Of this desk alone. */
  readonly local: readonly SharedTable[];
}

function createTaking(options: Taking) {
  const { store, spool, judge, desk, capture, tables, local } = options;
  let stopped: LinkState['stopped'] = null;

  /** One batch in one transaction; none where nothing is there. */
  async function batch(): Promise<TakenIn> {
    stopped = null;
    const first = (await readTaken(store)).place + 1;
    if (spool.readPlaced(first) === null) return { places: 0, news: 0, actions: [] };
    const done = await store.transaction(async (tx) => {
      const ops: OrderedOp[] = [];
      const news: OpContent[] = [];
      let at = await readTaken(tx);
      let bytes = 0;
      let places = 0;
      while (places < BATCH_PLACES && bytes < BATCH_BYTES) {
        const placed = spool.readPlaced(at.place + 1);
        if (placed === null) break;
        const ahead = ops.filter((op) => op.desk !== desk).flatMap(({ content }) => content);
        const judged = await judgeOp(judge, tx, at, placed, ahead);
        if ('stop' in judged) {
          stopped = { why: judged.stop, desk: placed.desk };
          break;
        }
        at = nextPlace(at, placed);
        await tx.run(
          sql`INSERT INTO op_place (place, desk, n, hash, verdict) VALUES (${at.place}, ${placed.desk}, ${placed.n}, ${at.hash}, ${judged.verdict})`,
        );
        if ('content' in judged) {
          const { content, time, kind } = judged;
          ops.push({ desk: placed.desk, n: placed.n, time, content });
          if (kind === 'coordinated') await keepDecision(tx, judged);
          if (placed.desk !== desk || kind === 'coordinated') news.push(content);
        }
        bytes += placed.envelope?.length ?? 0;
        places += 1;
      }
      await apply(tx, ops);
      await tx.run(sql`UPDATE link SET place = ${at.place}, hash = ${at.hash}`);
      return { at, places, news: news.length, actions: news.flatMap(actionsOf) };
    });
    spool.putTaken(done.at);
    return done;
  }

  async function apply(tx: WritableStore, ops: readonly OrderedOp[]): Promise<void> {
    if (ops.length === 0) return;
    const before = await readWaiting(tx, judge);
    const { waiting } = await takeIn(tx, { desk, tables, capture }, before, ops);
    const kept = new Map(before.map((op) => [op.n, op.undo]));
    for (const { n, alone } of before) {
      if (waiting.some((op) => op.n === n)) continue;
      if (alone !== null && (await isCounted(tx, desk, n))) await applyLocal(tx, local, alone);
      await tx.run(sql`DELETE FROM op_out WHERE n = ${n}`);
    }
    await capture.drain(tx);
    for (const { n, undo, pending } of waiting)
      if (kept.get(n) !== undo)
        await tx.run(
          sql`UPDATE op_out SET undo = ${undo.length === 0 ? null : packContent(undo)}, pending = ${textOf(pending)} WHERE n = ${n}`,
        );
  }

  return { batch, stopped: () => stopped };
}

/** What its entries say was done, or was not. */
async function keepDecision(
  tx: WritableStore,
  { verdict, content }: Extract<Judged, { readonly kind: unknown }>,
): Promise<void> {
  for (const { seq } of entriesOf(content))
    await tx.run(
      verdict === 'void'
        ? sql`INSERT OR REPLACE INTO undone_entry (seq, decided) VALUES (${Number(seq)}, 1)`
        : sql`DELETE FROM undone_entry WHERE seq = ${Number(seq)}`,
    );
}

const isCounted = async (tx: ReadableStore, desk: number, n: number): Promise<boolean> =>
  (await tx.get(sql`SELECT 1 FROM op_place WHERE desk = ${desk} AND n = ${n} AND verdict = 'counted'`)) !==
  undefined;

/** With what changes at this desk alone where the op counts. */
type Waiting = WaitingOp & { readonly alone: OpContent | null };

async function readWaiting(tx: ReadableStore, { vaultId, opKeyOf }: Judge): Promise<readonly Waiting[]> {
  const rows = await tx.all<{
    readonly n: number;
    readonly envelope: Uint8Array;
    readonly undo: Uint8Array | null;
    readonly pending: string | null;
    readonly local: Uint8Array | null;
  }>(sql`SELECT n, envelope, undo, pending, local FROM op_out ORDER BY n`);
  return rows.map(({ n, envelope, undo, pending, local }) => {
    const head = readHead(envelope);
    const key = head === null ? null : opKeyOf(head);
    const plaintext = key === null ? null : openOp(vaultId, envelope, key);
    const content = plaintext === null ? null : unpackBody(plaintext);
    const back = undo === null ? [] : unpackContent(undo);
    if (content === null || back === null)
      throw new AppError('store-damaged', { what: 'op', table: 'op_out' });
    const isUndecided = plaintext !== null && unpackHead(plaintext)?.kind === 'coordinated';
    return {
      n,
      content,
      undo: back,
      pending: pending === null ? [] : readLosses(pending),
      alone: local === null ? null : unpackContent(local),
      ...(isUndecided ? { isUndecided } : {}),
    };
  });
}
