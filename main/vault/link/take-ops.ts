/** What all desks do: the order is taken in from the spool, place after place, each judged by what stands before it. */
import { nextPlace, readHead } from '../../files/spool/envelope.ts';
import type { Spool } from '../../files/spool/spool.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { applyLocal } from '../ops/apply-op.ts';
import type { Capture } from '../ops/capture.ts';
import { noteSchema } from '../ops/desk-versions.ts';
import { readLosses } from '../ops/losses.ts';
import { type OpContent, packContent, unpackContent } from '../ops/op-content.ts';
import { openOp } from '../ops/op-envelope.ts';
import { actionsOf } from '../ops/rights.ts';
import type { SharedTable } from '../ops/shared-tables.ts';
import { type OrderedOp, type WaitingOp, takeIn } from '../ops/take-in.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { textOf } from './author-op.ts';
import { type NamedOp, changesRoster } from './estate-roster.ts';
import { type Judge, type Judged, type WhyStopped, judgeOp } from './judge-op.ts';
import { unpackBody, unpackHead } from './op-plaintext.ts';
import { readTaken } from './own-place.ts';
import { createReadAhead } from './read-ahead.ts';
import { entriesOf } from './rows-of-op.ts';

/** What came of a look into the spool. */
export interface TakenIn {
  readonly places: number;
  /** Of other desks, or of this one where its place has decided over it. */
  readonly news: number;
  /** What that entered. */
  readonly actions: readonly string[];
}

/** Why the order is taken in no further, and at which op. */
interface Stop extends NamedOp {
  readonly why: WhyStopped;
}
export type Stopped = Pick<Stop, 'why' | 'desk'>;

/** Most bytes of envelopes that are taken in at once, and places. */
const BATCH_BYTES = 4 * 2 ** 20;
const BATCH_PLACES = 256;

interface Taking {
  readonly store: Store;
  readonly spool: Spool;
  readonly judge: Judge;
  readonly desk: number;
  readonly capture: Capture;
  readonly tables: readonly SharedTable[];
  /** Of this desk alone. */
  readonly local: readonly SharedTable[];
  /** Takes the op keys that were granted to this desk by what was applied, and seals anew under them what waits. */
  readonly openGrants: (tx: WritableStore) => Promise<void>;
}

/** Takes in what the spool has of the order. */
export function createTaking(options: Taking) {
  const { store, spool, judge, desk, capture, tables, local, openGrants } = options;
  let stopped: Stop | null = null;
  const readAhead = createReadAhead(judge, spool);

  /** One batch in one transaction; none where nothing is there. */
  async function batch(): Promise<TakenIn> {
    const first = (await readTaken(store)).place + 1;
    if (spool.readPlaced(first) === null) {
      stopped = null;
      return { places: 0, news: 0, actions: [] };
    }
    return store.transaction(async (tx) => {
      // Until it is known whether it still holds, what was found last does.
      let stop: Stop | null = null;
      const ops: OrderedOp[] = [];
      const news: OpContent[] = [];
      let at = await readTaken(tx);
      let bytes = 0;
      let places = 0;
      while (places < BATCH_PLACES && bytes < BATCH_BYTES) {
        const placed = spool.readPlaced(at.place + 1);
        if (placed === null) break;
        const ahead = ops.filter((op) => op.desk !== desk).flatMap(({ content }) => content);
        const found = await judgeOp(judge, tx, at, placed, ahead);
        const next = nextPlace(at, placed);
        if ('stop' in found) {
          const op = { desk: placed.desk, n: placed.n, hash: toHex(next.hash) };
          if (found.stop === 'gone' || !(await readAhead.hasEnd(tx, at, op))) {
            stop = { why: found.stop, ...op };
            break;
          }
        }
        const judged: Exclude<Judged, { readonly stop: unknown }> =
          'stop' in found ? { verdict: 'ended' } : found;
        at = next;
        await tx.run(
          sql`INSERT INTO op_place (place, desk, n, hash, verdict) VALUES (${at.place}, ${placed.desk}, ${placed.n}, ${at.hash}, ${judged.verdict})`,
        );
        if ('content' in judged) {
          const { content, time, kind, schema } = judged;
          ops.push({ desk: placed.desk, n: placed.n, time, content });
          await noteSchema(tx, (await judge.estate.now(tx)).desks, { desk: placed.desk, schema });
          if (kind === 'coordinated') await keepDecision(tx, judged);
          if (placed.desk !== desk || kind === 'coordinated') news.push(content);
        }
        bytes += placed.envelope?.length ?? 0;
        places += 1;
        // By it the next one is judged.
        if ('content' in judged && changesRoster(judged.content)) break;
      }
      await apply(tx, ops);
      await tx.run(sql`UPDATE link SET place = ${at.place}, hash = ${at.hash}`);
      stopped = stop;
      return { places, news: news.length, actions: news.flatMap(actionsOf) };
    });
  }

  async function apply(tx: WritableStore, ops: readonly OrderedOp[]): Promise<void> {
    if (ops.length === 0) return;
    const own = new Map(ops.filter((op) => op.desk === desk).map(({ n, content }) => [n, content]));
    const before = await readWaiting(tx, judge, own);
    const { waiting } = await takeIn(tx, { desk, tables, capture }, before, ops);
    const kept = new Map(before.map((op) => [op.n, op.undo]));
    for (const { n, alone } of before) {
      if (waiting.some((op) => op.n === n)) continue;
      if (alone !== null && (await isCounted(tx, desk, n))) await applyLocal(tx, local, alone);
      await tx.run(sql`DELETE FROM op_out WHERE n = ${n}`);
    }
    if (ops.some(({ content }) => changesRoster(content))) await openGrants(tx);
    await capture.forget(tx);
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

/** `known`: contents that were opened at their places, by number. */
async function readWaiting(
  tx: ReadableStore,
  { vaultId, opKeyOf }: Judge,
  known: ReadonlyMap<number, OpContent>,
): Promise<readonly Waiting[]> {
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
    const content = plaintext === null ? null : (known.get(n) ?? unpackBody(plaintext));
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
