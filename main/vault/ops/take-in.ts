/**
 * Takes in what the order of all desks has brought. What this desk has written and not yet seen in the order lies on top as a stack: where it may meet what
 * arrives below, it is taken back by what it was before, and applied anew.
 */
import type { WritableStore } from '../store/store.ts';
import { TABLES, type TableName } from '../store/tables.ts';
import { applyInOrder, lookAt } from './apply-in-order.ts';
import { applyOp } from './apply-op.ts';
import type { Capture, Captured } from './capture.ts';
import { noteOp } from './estate-time.ts';
import { type Lost, keepLosses, purgeLosses } from './losses.ts';
import type { OpContent, TableChanges } from './op-content.ts';
import { isOwnTable } from './places.ts';
import { settleAliases } from './row-alias.ts';
import type { SharedTable } from './shared-tables.ts';

/** An op of this desk that waits for its place: what others are told, and what takes back what it has done here. */
export interface WaitingOp {
  readonly n: number;
  readonly content: OpContent;
  readonly undo: OpContent;
  /** What of it would not count if nothing else came before it; more of something than there may be, when it is written. */
  readonly pending: readonly Lost[];
  /** Nothing of it is done here but its entries, until its place decides. */
  readonly isUndecided?: true;
}

/** An op that this desk has just written, in the same transaction. */
export const writtenOp = async (
  tx: WritableStore,
  tables: readonly SharedTable[],
  n: number,
  { content, undo }: Captured,
): Promise<WaitingOp> => ({ n, content, undo, pending: await lookAt(tx, tables, content) });

/** An op at its place in the order. */
export interface OrderedOp {
  readonly desk: number;
  readonly n: number;
  /** Of its desk's clock, in milliseconds since 1970. */
  readonly time: number;
  readonly content: OpContent;
}

/** What a desk takes in with. */
interface TakingIn {
  readonly desk: number;
  readonly tables: readonly SharedTable[];
  readonly capture: Capture;
}

/**
 * Takes in a batch in the caller's transaction, which does nothing else. `waiting`: all that waits, by number. Returns what waits now, and what of the batch did
 * not count, which is the same at every desk and kept in the store for thirty days. Entries that this desk has written, and what else no other changes, stay where they are.
 */
export async function takeIn(
  tx: WritableStore,
  { desk, tables, capture }: TakingIn,
  waiting: readonly WaitingOp[],
  batch: readonly OrderedOp[],
): Promise<{ readonly waiting: readonly WaitingOp[]; readonly lost: readonly Lost[] }> {
  const kept = countKept(tables, desk, waiting, batch);
  for (const { n, undo } of waiting.slice(kept).toReversed()) {
    await applyOp(tx, tables, withoutOwn(undo));
    await settleAliases(tx, n, 'none');
  }
  const lost: Lost[] = [];
  let own = 0;
  for (const op of batch) {
    const first = op.desk === desk ? waiting[own++] : undefined;
    const losses =
      first !== undefined && own <= kept
        ? // What was not taken back is as it counts.
          first.pending
        : await applyInOrder(
            tx,
            tables,
            op.content,
            first && { waiting: null, isUndecided: first.isUndecided === true },
          );
    if (first !== undefined) await settleAliases(tx, op.n, 'place');
    const at = await noteOp(tx, op);
    await purgeLosses(tx, at);
    await keepLosses(tx, { desk: op.desk, n: op.n, at }, losses);
    lost.push(...losses);
  }
  await capture.forget(tx);
  const left: WaitingOp[] = [];
  for (const [at, op] of waiting.entries()) {
    if (at < own) continue;
    if (at < kept || op.isUndecided) {
      left.push(op);
      continue;
    }
    const pending = await applyInOrder(tx, tables, op.content, { waiting: op.n });
    left.push({ ...op, pending, undo: (await capture.drain(tx))?.undo ?? [] });
  }
  return { waiting: left, lost };
}

const withoutOwn = (content: OpContent): OpContent => content.filter(({ table }) => !isOwnTable(table));

/** How many of the waiting ops, from the first, meet nothing that comes below them, nor are decided by it. */
function countKept(
  tables: readonly SharedTable[],
  desk: number,
  waiting: readonly WaitingOp[],
  batch: readonly OrderedOp[],
): number {
  const decided = waiting.slice(0, batch.filter((op) => op.desk === desk).length);
  const first = decided.findIndex((op) => op.isUndecided);
  let kept = first < 0 ? waiting.length : first;
  let own = 0;
  for (const op of batch) {
    if (op.desk === desk) {
      own += 1;
      continue;
    }
    const met = waiting.findIndex(({ content }, at) => at >= own && meet(tables, op.content, content));
    if (met >= 0) kept = Math.min(kept, met);
  }
  return kept;
}

/** Whether two ops might not be exchanged: one removes something or is coordinated, both touch a row, or a table in which something is one row's alone. */
function meet(tables: readonly SharedTable[], one: OpContent, other: OpContent): boolean {
  if ([...one, ...other].some(({ table, removed }) => removed.length > 0 || isCoordinated(table)))
    return true;
  return one.some((changes) => {
    const same = other.find(({ table }) => table === changes.table);
    if (same === undefined) return false;
    const { unique = [] } = tables.find(({ name }) => name === changes.table) ?? {};
    if (unique.length > 0) return true;
    const keys = new Set(keysOf(changes));
    return keysOf(same).some((key) => keys.has(key));
  });
}

const isCoordinated = (table: string): boolean => TABLES[table as TableName]?.desks === 'coordinated';

const keysOf = ({ keyed, added, changed }: TableChanges): readonly string[] =>
  [...added.map((row) => row.slice(0, keyed)), ...changed.map(({ key }) => key)].map((key) =>
    JSON.stringify(key),
  );
