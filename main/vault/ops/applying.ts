/** What applying an op is made of, as it is or in the order of all desks': what rests meanwhile, rows that are set, and where a row is. */
import { AppError } from '../app-error.ts';
import { type Sql, type SqlValue, sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import type { OpContent, TableChanges, Value } from './op-content.ts';
import { refreshDerived } from './refresh-derived.ts';
import { type SharedTable, columnNames } from './shared-tables.ts';

/** Changes of a table, with what is known of it. */
interface Part {
  readonly table: SharedTable;
  readonly changes: TableChanges;
}

/** A statement of a text and its values. */
export const query = (text: string, values: readonly SqlValue[]): Sql => ({ text, values });

/** AppError `store-damaged` {what: 'op', table}. */
export const fault = (table: string): AppError => new AppError('store-damaged', { what: 'op', table });

/**
 * Does the work of an op's parts, each table behind those to which its foreign keys lead, in the caller's transaction: triggers rest meanwhile, foreign keys are
 * looked at when all is done, and what each desk derives is made anew. `tables`: all shared ones, by which names are checked before they become SQL.
 * Errors: `fault` where the op names what is not shared; those of the work.
 */
export async function whileApplying(
  tx: WritableStore,
  tables: readonly SharedTable[],
  content: OpContent,
  work: (parts: readonly Part[]) => Promise<void>,
): Promise<void> {
  for (const changes of content) expectShared(tables, changes);
  await tx.run(sql`PRAGMA defer_foreign_keys = ON`);
  await tx.run(sql`UPDATE local_state SET applying = 1`);
  await work(
    tables.flatMap((table) =>
      content.filter((changes) => changes.table === table.name).map((changes) => ({ table, changes })),
    ),
  );
  await refreshDerived(tx, content);
  await tx.run(sql`UPDATE local_state SET applying = 0`);
}

function expectShared(tables: readonly SharedTable[], changes: TableChanges): void {
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

/** Columns that a row is to have. */
export interface RowChange {
  readonly table: SharedTable;
  readonly key: readonly Value[];
  readonly set: readonly (readonly [column: string, value: Value])[];
}

/** SQL of a row by its key. */
export const whereKey = ({ key }: SharedTable): string => key.map(({ name }) => `${name} = ?`).join(' AND ');

/** Whether the row is there and was set. `orIgnore`: false instead of an error where a unique key refuses it. */
export async function setRow(
  tx: WritableStore,
  { table, key, set }: RowChange,
  orIgnore: 'OR IGNORE' | '',
): Promise<boolean> {
  const { changes } = await tx.run(
    query(
      `UPDATE ${orIgnore} ${table.name} SET ${set.map(([name]) => `${name} = ?`).join(', ')} WHERE ${whereKey(table)}`,
      [...set.map(([, value]) => value), ...key],
    ),
  );
  return changes === 1;
}

/** Sets what can be set, in rounds, as long as one gives way to another; returns those that a unique key refuses. */
export async function setInRounds(
  tx: WritableStore,
  all: readonly RowChange[],
): Promise<readonly RowChange[]> {
  let left = all;
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    const still: RowChange[] = [];
    for (const one of left) if (!(await setRow(tx, one, 'OR IGNORE'))) still.push(one);
    left = still;
  }
  return left;
}

/** Statement that adds a row of these columns. `or`: what becomes of a row that is there already; an error without it. */
export function insertInto({ table, columns }: TableChanges, or?: 'IGNORE' | 'REPLACE'): string {
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  return or === undefined ? text : text.replace('INSERT', `INSERT OR ${or}`);
}
