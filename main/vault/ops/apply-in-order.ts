/**
 * Applies an op at its place in the order of all desks', to a store that others may have changed since its author wrote it: what came first in order counts, by
 * group of columns. What does not count is told, and is the same at every desk.
 */
import type { WritableStore } from '../store/store.ts';
import { type RowChange, insertInto, query, setInRounds, whereKey, whileApplying } from './applying.ts';
import { type ColumnChange, type OpContent, type TableChanges, type Value, isSame } from './op-content.ts';
import { COUNTED, type ForeignKey, LATEST, type SharedTable } from './shared-tables.ts';

/**
 * A part of an op that does not count. `changed`: another desk had changed it; `gone`: the row, or one that it refers to, was removed; `taken`: another row has what
 * only one may have; `needed`: others refer to the row that was to be removed.
 */
export interface Lost {
  readonly table: string;
  readonly key: readonly Value[];
  readonly why: 'changed' | 'gone' | 'taken' | 'needed';
  /** Columns of a change that does not count. */
  readonly columns?: readonly string[];
}

/** Tables of which the later in order stays where two desks add the same row. */
const LATER_STAYS = new Set(['confirmed_field', 'guardian_look']);
/** Tables whose rows are named by what they say: the same row is the same. */
const SAID_BY_NAME = new Set(['form_edition', 'quiz_paper']);

/**
 * Applies a content in the caller's transaction. `tables`: all shared ones. Errors: AppError `store-damaged` {what: 'op', table} where it names what is not
 * shared; those of the engine.
 */
export async function applyInOrder(
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
): Promise<readonly Lost[]> {
  const lost: Lost[] = [];
  await whileApplying(tx, tables, content, async (parts) => {
    const counting: RowChange[] = [];
    for (const { table, changes } of parts)
      for (const change of changes.changed) {
        const one = await weigh(tx, table, change, lost);
        if (one !== null) counting.push(one);
      }
    const refused = await setInRounds(tx, counting);
    for (const { table, changes } of parts.toReversed())
      for (const key of changes.removed) await remove(tx, tables, table, key, lost);
    for (const { table, key, set } of await setInRounds(tx, refused))
      lost.push({ table: table.name, key, why: 'taken', columns: set.map(([name]) => name) });
    for (const { table, changes } of parts)
      for (const row of changes.added) await add(tx, table, changes, row, lost);
  });
  return lost;
}

/** What of a change counts; null where nothing does, which is added to `lost`. */
async function weigh(
  tx: WritableStore,
  table: SharedTable,
  { key, columns }: TableChanges['changed'][number],
  lost: Lost[],
): Promise<RowChange | null> {
  const now = await tx.get<Readonly<Record<string, Value>>>(
    query(
      `SELECT ${columns.map(([name]) => name).join(', ')} FROM ${table.name} WHERE ${whereKey(table)}`,
      key,
    ),
  );
  if (now === undefined) {
    lost.push({ table: table.name, key, why: 'gone', columns: columns.map(([name]) => name) });
    return null;
  }
  const isAsItWas = ([name, before]: ColumnChange): boolean => isSame(now[name] ?? null, before);
  const groups = table.groups.map((group) => columns.filter(([name]) => group.includes(name)));
  const counting = groups.filter((group) => group.length > 0 && group.every(isAsItWas));
  const losing = groups.filter((group) => !group.every(isAsItWas)).flat();
  if (losing.length > 0)
    lost.push({ table: table.name, key, why: 'changed', columns: losing.map(([name]) => name) });
  if (counting.length === 0 && losing.length > 0) return null;
  return {
    table,
    key,
    set: [
      ...counting.flat().map(([name, , after]) => [name, after] as const),
      ...columns.flatMap(([name, before, after]) =>
        COUNTED.has(name) ? [[name, Number(now[name]) + Number(after) - Number(before)] as const] : [],
      ),
      ...columns.flatMap(([name, , after]) => (LATEST.has(name) ? [[name, after] as const] : [])),
    ],
  };
}

/** A row that others refer to stays, unless they go with it. */
async function remove(
  tx: WritableStore,
  tables: readonly SharedTable[],
  table: SharedTable,
  key: readonly Value[],
  lost: Lost[],
): Promise<void> {
  if (await isNeeded(tx, tables, table, key)) lost.push({ table: table.name, key, why: 'needed' });
  else await tx.run(query(`DELETE FROM ${table.name} WHERE ${whereKey(table)}`, key));
}

/** Whether a row refers to it, or to what would go with it, that would not go as well. */
async function isNeeded(
  tx: WritableStore,
  tables: readonly SharedTable[],
  table: SharedTable,
  key: readonly Value[],
): Promise<boolean> {
  for (const child of tables)
    for (const parent of child.parents.filter((one) => one.table === table.name)) {
      const rows = await tx.all<Readonly<Record<string, Value>>>(
        query(
          `SELECT ${child.key.map(({ name }) => name).join(', ')} FROM ${child.name} WHERE ${parent.from.map((name) => `${name} = ?`).join(' AND ')}`,
          parent.to.map((name) => key[table.key.findIndex((column) => column.name === name)] ?? null),
        ),
      );
      if (rows.length > 0 && parent.onDelete === 'NO ACTION') return true;
      if (parent.onDelete !== 'CASCADE') continue;
      for (const row of rows)
        if (
          await isNeeded(
            tx,
            tables,
            child,
            child.key.map(({ name }) => row[name] ?? null),
          )
        )
          return true;
    }
  return false;
}

async function add(
  tx: WritableStore,
  table: SharedTable,
  changes: TableChanges,
  row: readonly Value[],
  lost: Lost[],
): Promise<void> {
  const key = row.slice(0, changes.keyed);
  for (const parent of table.parents)
    if (!(await isThere(tx, parent, changes.columns, row))) {
      lost.push({ table: table.name, key, why: 'gone' });
      return;
    }
  const or = LATER_STAYS.has(table.name) ? 'REPLACE' : 'IGNORE';
  const { changes: count } = await tx.run(query(insertInto(changes, or), row));
  if (count === 0 && !SAID_BY_NAME.has(table.name)) lost.push({ table: table.name, key, why: 'taken' });
}

async function isThere(
  tx: WritableStore,
  { table, from, to }: ForeignKey,
  columns: readonly string[],
  row: readonly Value[],
): Promise<boolean> {
  const values = from.map((name) => row[columns.indexOf(name)] ?? null);
  // As SQL has it: a reference with a null in it refers to nothing.
  if (values.includes(null)) return true;
  const where = to.map((name) => `${name} = ?`).join(' AND ');
  return (await tx.get(query(`SELECT 1 FROM ${table} WHERE ${where}`, values))) !== undefined;
}
