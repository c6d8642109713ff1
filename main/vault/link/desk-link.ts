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
import { createTurns } from '../long-work/turns.ts';
import { type Captured, type Capture, captureOps } from '../ops/capture.ts';
import { type OpContent, packContent, unpackContent } from '../ops/op-content.ts';
import { openOp, sealOp } from '../ops/op-envelope.ts';
import { type SharedTable, readSharedTables } from '../ops/shared-tables.ts';
import { type Lost, lossText, readLosses } from '../ops/losses.ts';
import { lookAt } from '../ops/apply-in-order.ts';
import { type OrderedOp, type WaitingOp, takeIn } from '../ops/take-in.ts';
import { schemaVersion } from '../store/migrate.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { type Judge, type WhyStopped, isAllowed, isCoordinated, isOwn, judgeOp } from './judge-op.ts';
import { type LinkKeys, type OpKey, opKeyAt, readLinkKeys } from './link-keys.ts';
import { RULES, packOp, unpackBody } from './op-plaintext.ts';

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

export interface DeskLink {
  /** Captures what is done. */
  readonly store: Store;
  /** Takes in what the spool has. How many places; those of other desks. Errors: those of the store. */
  takeIn(): Promise<{ readonly places: number; readonly others: number }>;
  readState(): Promise<LinkState>;
  /** Resolves when nothing is written to the spool any more that was begun. */
  drain(): Promise<void>;
}

interface LinkOptions {
  readonly vaultDir: string;
  readonly header: Header;
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
  const { vaultDir, header, deviceSecret, store, clock, carrier } = options;
  const { vaultId, desk, link } = header;
  if (link === undefined) throw new AppError('internal', { what: 'link' });
  const keys = await readLinkKeys(store, { vaultId, deviceSecret });
  const publicKeys = new Map(link.desks.map((one) => [one.desk, bytesOfBase64(one.signKey)]));
  const judge: Judge = {
    vaultId,
    schema: await schemaVersion(store),
    publicKeyOf: (of) => publicKeys.get(of) ?? null,
    opKeyOf: (at) => opKeyAt(keys, vaultId, at),
  };
  const spool = spoolOf(vaultDir);
  await spool.make();
  spool.putTaken(await readTaken(store));
  const outgoing = createOutgoing(store, spool, carrier);
  const tables = await readSharedTables(store);
  const { store: captured, capture } = await captureOps(store, {
    take: (tx, done) =>
      keepOp(tx, { vaultId, desk, keys, schema: judge.schema, tables, now: clock.now() }, done),
    committed: () => void outgoing.lay(),
  });
  const taking = createTaking({ store, spool, judge, desk, capture, tables });
  const turns = createTurns();
  await outgoing.lay();
  return {
    store: captured,
    takeIn: () =>
      turns.take(async () => {
        let [places, others] = [0, 0];
        for (;;) {
          const taken = await taking.batch();
          if (taken.places === 0) break;
          places += taken.places;
          others += taken.others;
        }
        await outgoing.lay();
        return { places, others };
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

/** Errors: `needs-all-desks` where it is not free work; `internal` where an op may not do so much, which no desk would count. */
async function keepOp(tx: WritableStore, author: Author, { content, undo }: Captured): Promise<void> {
  if (isCoordinated(content)) throw new AppError('needs-all-desks');
  if (!(await isAllowed(tx, author.desk, content))) throw new AppError('internal', { what: 'op' });
  const { vaultId, desk, keys, schema, now } = author;
  const opKey = newestOf(keys.op);
  const given = await tx.get<{ readonly n: number }>(
    sql`UPDATE link SET given = given + 1 RETURNING given AS n`,
  );
  const head = await tx.get<{ readonly n: number; readonly hash: string }>(
    sql`SELECT n, lower(hex(hash)) AS hash FROM roster_entry ORDER BY n DESC LIMIT 1`,
  );
  if (given === undefined || head === undefined) throw new AppError('store-tampered', { part: 'link' });
  const plaintext = packOp({
    kind: 'free',
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
  const back = withoutOwn(undo);
  await tx.run(
    sql`INSERT INTO op_out (n, envelope, undo, pending)
      VALUES (${given.n}, ${envelope}, ${back.length === 0 ? null : packContent(back)}, ${textOf(await lookAt(tx, author.tables, content))})`,
  );
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
}

function createTaking(options: Taking) {
  const { store, spool, judge, desk, capture, tables } = options;
  let stopped: LinkState['stopped'] = null;

  /** One batch in one transaction; none where nothing is there. */
  async function batch(): Promise<{ readonly places: number; readonly others: number }> {
    stopped = null;
    const first = (await readTaken(store)).place + 1;
    if (spool.readPlaced(first) === null) return { places: 0, others: 0 };
    const done = await store.transaction(async (tx) => {
      const ops: OrderedOp[] = [];
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
        if (judged.verdict === 'counted')
          ops.push({
            desk: placed.desk,
            n: placed.n,
            time: judged.time,
            content: judged.content,
          });
        bytes += placed.envelope?.length ?? 0;
        places += 1;
      }
      await apply(tx, ops);
      await tx.run(sql`UPDATE link SET place = ${at.place}, hash = ${at.hash}`);
      return { at, places, others: ops.filter((op) => op.desk !== desk).length };
    });
    spool.putTaken(done.at);
    return done;
  }

  async function apply(tx: WritableStore, ops: readonly OrderedOp[]): Promise<void> {
    if (ops.length === 0) return;
    const before = await readWaiting(tx, judge);
    const { waiting } = await takeIn(tx, { desk, tables, capture }, before, ops);
    const kept = new Map(before.map((op) => [op.n, op.undo]));
    for (const { n } of before)
      if (!waiting.some((op) => op.n === n)) await tx.run(sql`DELETE FROM op_out WHERE n = ${n}`);
    for (const { n, undo, pending } of waiting)
      if (kept.get(n) !== undo)
        await tx.run(
          sql`UPDATE op_out SET undo = ${undo.length === 0 ? null : packContent(undo)}, pending = ${textOf(pending)} WHERE n = ${n}`,
        );
  }

  return { batch, stopped: () => stopped };
}

async function readWaiting(tx: ReadableStore, { vaultId, opKeyOf }: Judge): Promise<readonly WaitingOp[]> {
  const rows = await tx.all<{
    readonly n: number;
    readonly envelope: Uint8Array;
    readonly undo: Uint8Array | null;
    readonly pending: string | null;
  }>(sql`SELECT n, envelope, undo, pending FROM op_out ORDER BY n`);
  return rows.map(({ n, envelope, undo, pending }) => {
    const head = readHead(envelope);
    const key = head === null ? null : opKeyOf(head);
    const plaintext = key === null ? null : openOp(vaultId, envelope, key);
    const content = plaintext === null ? null : unpackBody(plaintext);
    const back = undo === null ? [] : unpackContent(undo);
    if (content === null || back === null)
      throw new AppError('store-damaged', { what: 'op', table: 'op_out' });
    return { n, content, undo: back, pending: pending === null ? [] : readLosses(pending) };
  });
}
