/** Applies what an op says to a store that is as its author's was. Rows that triggers would change again are left as the op has them. */
import { AppError } from '../app-error.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import type { OpContent, TableChanges, Value } from './op-content.ts';
import { refreshDerived } from './refresh-derived.ts';
import { type SharedTable, columnNames } from './shared-tables.ts';

/**
 * Applies a content in the caller's transaction: changes, then removals, then additions, because what is added may have what a changed row gave up. Foreign keys
 * are looked at when all is done. `tables`: all shared ones, by which names are checked before they become SQL.
 * Errors: AppError `store-damaged` {what: 'op', table} where the op names what is not shared, or rows that are not there; those of the engine.
 */
export async function applyOp(
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
): Promise<void> {
  for (const changes of content) expectShared(tables, changes);
  const inOrder = tables.flatMap(({ name }) => content.filter(({ table }) => table === name));
  await tx.run(sql`PRAGMA defer_foreign_keys = ON`);
  await tx.run(sql`UPDATE local_state SET applying = 1`);
  const refused: Refused[] = [];
  for (const changes of inOrder) refused.push(...(await applyChanges(tx, changes)));
  for (const changes of inOrder.toReversed()) await remove(tx, changes);
  await applyRefused(tx, tables, refused);
  for (const changes of inOrder) await add(tx, changes);
  await refreshDerived(tx, content);
  await tx.run(sql`UPDATE local_state SET applying = 0`);
}

const fault = (table: string): AppError => new AppError('store-damaged', { what: 'op', table });

/** Throws AppError `store-damaged` {what: 'op', table} where changes name a table, a column or a key that is not shared: names become SQL. */
export function expectShared(tables: readonly SharedTable[], changes: TableChanges): void {
  const table = tables.find(({ name }) => name === changes.table);
  const names = table === undefined ? [] : columnNames(table);
  if (
    table === undefined ||
    changes.keyed !== table.key.length ||
    changes.columns.length !== names.length ||
    names.some((name, at) => changes.columns[at] !== name) ||
    changes.changed.some(({ columns }) => columns.some(([column]) => !names.includes(column)))
  )
    throw fault(changes.table);
}

type Refused = readonly [changes: TableChanges, change: TableChanges['changed'][number]];

const whereKey = ({ columns, keyed }: TableChanges): string =>
  columns
    .slice(0, keyed)
    .map((name) => `${name} = ?`)
    .join(' AND ');

async function change(
  tx: WritableStore,
  [changes, { key, columns }]: Refused,
  orIgnore: 'OR IGNORE' | '',
): Promise<boolean> {
  const set = columns.map(([name]) => `${name} = ?`).join(', ');
  const { changes: count } = await tx.run({
    text: `UPDATE ${orIgnore} ${changes.table} SET ${set} WHERE ${whereKey(changes)}`,
    values: [...columns.map(([, , after]) => after), ...key],
  });
  return count === 1;
}

/** Those that a unique key refuses for now: another row has what they take until it is changed or removed. */
async function applyChanges(tx: WritableStore, changes: TableChanges): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  for (const one of changes.changed)
    if (!(await change(tx, [changes, one], 'OR IGNORE'))) refused.push([changes, one]);
  return refused;
}

/** Again, in rounds, as long as one gives way to another; what is left changes places with one another, and gives up its own first. */
async function applyRefused(
  tx: WritableStore,
  tables: readonly SharedTable[],
  refused: readonly Refused[],
): Promise<void> {
  let left = refused;
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    const still: Refused[] = [];
    for (const one of left) if (!(await change(tx, one, 'OR IGNORE'))) still.push(one);
    left = still;
  }
  for (const one of left) await giveUp(tx, tables, one);
  for (const one of left) if (!(await change(tx, one, ''))) throw fault(one[0].table);
}

/** Sets columns of unique keys, which are about to be set again, to what no row has. */
async function giveUp(
  tx: WritableStore,
  tables: readonly SharedTable[],
  [changes, { key, columns }]: Refused,
): Promise<void> {
  const { unique = [] } = tables.find(({ name }) => name === changes.table) ?? {};
  const set = columns
    .flatMap(([name]) => unique.filter((column) => column.name === name))
    .map(({ name, type }) => `${name} = ${NOBODYS[type] ?? 'NULL'}`);
  if (set.length > 0)
    await tx.run({
      text: `UPDATE ${changes.table} SET ${set.join(', ')} WHERE ${whereKey(changes)}`,
      values: key,
    });
}

/** SQL of a value that no row has, by the type of its column: no number of ours is below 0. */
const NOBODYS: Readonly<Record<string, string>> = {
  TEXT: `'?' || hex(randomblob(16))`,
  BLOB: 'randomblob(32)',
  INTEGER: '-abs(random() >> 11)',
};

async function remove(tx: WritableStore, changes: TableChanges): Promise<void> {
  if (changes.removed.length > 0)
    await tx.runMany(`DELETE FROM ${changes.table} WHERE ${whereKey(changes)}`, changes.removed);
}

async function add(tx: WritableStore, { table, columns, added }: TableChanges): Promise<void> {
  if (added.length > 0)
    await tx.runMany(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      added as readonly (readonly Value[])[],
    );
}
