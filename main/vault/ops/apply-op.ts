/** Applies what an op says to a store that is as its author's was. Rows that triggers would change again are left as the op has them. */
import type { WritableStore } from '../store/store.ts';
import {
  type RowChange,
  fault,
  insertInto,
  query,
  setInRounds,
  setRow,
  whereKey,
  whileApplying,
} from './applying.ts';
import type { OpContent } from './op-content.ts';
import type { SharedTable } from './shared-tables.ts';

/**
 * Applies a content in the caller's transaction: changes, then removals, then additions, because what is added may have what a changed row gave up. `tables`: all
 * shared ones. Errors: AppError `store-damaged` {what: 'op', table} where the op names what is not shared, or rows that are not there; those of the engine.
 */
export const applyOp = (
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
): Promise<void> =>
  whileApplying(tx, tables, content, async (parts) => {
    const refused = await setInRounds(
      tx,
      parts.flatMap(({ table, changes }) =>
        changes.changed.map(({ key, columns }) => ({
          table,
          key,
          set: columns.map(([name, , after]) => [name, after] as const),
        })),
      ),
    );
    for (const { table, changes } of parts.toReversed())
      if (changes.removed.length > 0)
        await tx.runMany(`DELETE FROM ${table.name} WHERE ${whereKey(table)}`, changes.removed);
    const left = await setInRounds(tx, refused);
    // What is left changes places with one another, and gives up its own first.
    for (const one of left) await giveUp(tx, one);
    for (const one of left) if (!(await setRow(tx, one, ''))) throw fault(one.table.name);
    for (const { changes } of parts)
      if (changes.added.length > 0) await tx.runMany(insertInto(changes), changes.added);
  });

/** Does what changes at this desk alone along with an op, once that counts: rows that have gone meanwhile stay away, others are as they were to be. */
export async function applyLocal(
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
): Promise<void> {
  await tx.run(query('PRAGMA defer_foreign_keys = ON', []));
  for (const changes of content) {
    const table = tables.find(({ name }) => name === changes.table);
    if (table === undefined) throw fault(changes.table);
    for (const { key, columns } of changes.changed)
      await setRow(tx, { table, key, set: columns.map(([name, , after]) => [name, after] as const) }, '');
    await tx.runMany(`DELETE FROM ${table.name} WHERE ${whereKey(table)}`, changes.removed);
    await tx.runMany(insertInto(changes, 'REPLACE'), changes.added);
  }
}

/** Sets columns of unique keys, which are about to be set again, to what no row has. */
async function giveUp(tx: WritableStore, { table, key, set }: RowChange): Promise<void> {
  const given = table.unique
    .filter((column) => set.some(([name]) => name === column.name))
    .map(({ name, type }) => `${name} = ${NOBODYS[type] ?? 'NULL'}`);
  if (given.length > 0)
    await tx.run(query(`UPDATE ${table.name} SET ${given.join(', ')} WHERE ${whereKey(table)}`, key));
}

/** SQL of a value that no row has, by the type of its column: no number of ours is below 0. */
const NOBODYS: Readonly<Record<string, string>> = {
  TEXT: `'?' || hex(randomblob(16))`,
  BLOB: 'randomblob(32)',
  INTEGER: '-abs(random() >> 11)',
};
