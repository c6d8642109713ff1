/** The tables that every desk has alike, as the store makes them: what is captured of a transaction, and applied elsewhere. */
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { TABLE_NAMES, type TableName, maintainedColumns, isShared } from '../store/tables.ts';

/** A column as SQL declares it. */
interface SharedColumn {
  readonly name: string;
  /** STRICT's: INTEGER, REAL, TEXT, BLOB. */
  readonly type: string;
}

/** A shared table without the columns that triggers keep at each desk. */
export interface SharedTable {
  readonly name: TableName;
  /** Columns of the primary key, in its order. */
  readonly key: readonly SharedColumn[];
  /** All others. */
  readonly rest: readonly SharedColumn[];
  /** Those of `rest` that are in a unique key. */
  readonly unique: readonly SharedColumn[];
}

interface Described extends SharedColumn {
  readonly pk: number;
}

/** Every shared table, each behind those to which its foreign keys lead. */
export async function readSharedTables(store: ReadableStore): Promise<readonly SharedTable[]> {
  const shared = await parentsFirst(store, TABLE_NAMES.filter(isShared).toSorted());
  const tables: SharedTable[] = [];
  for (const name of shared) {
    const columns = await store.all<Described>(
      sql`SELECT name, type, pk FROM pragma_table_info(${name}) ORDER BY cid`,
    );
    const kept = maintainedColumns(name);
    const rest = columns.filter((column) => column.pk === 0 && !kept.includes(column.name));
    const unique = await store.all<{ readonly name: string }>(
      sql`SELECT DISTINCT c.name FROM pragma_index_list(${name}) i, pragma_index_info(i.name) c WHERE i."unique"`,
    );
    tables.push({
      name,
      key: columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk),
      rest,
      unique: rest.filter((column) => unique.some((one) => one.name === column.name)),
    });
  }
  return tables;
}

async function parentsFirst(
  store: ReadableStore,
  names: readonly TableName[],
): Promise<readonly TableName[]> {
  const parents = new Map<string, readonly string[]>();
  for (const name of names) {
    const keys = await store.all<{ readonly parent: string }>(
      sql`SELECT "table" AS parent FROM pragma_foreign_key_list(${name})`,
    );
    parents.set(
      name,
      keys.map(({ parent }) => parent),
    );
  }
  const ordered = new Set<TableName>();
  const visit = (name: TableName, under: readonly string[]): void => {
    if (ordered.has(name) || under.includes(name)) return;
    for (const parent of names)
      if (parents.get(name)?.includes(parent) === true) visit(parent, [...under, name]);
    ordered.add(name);
  };
  for (const name of names) visit(name, []);
  return [...ordered];
}

/** Names of columns, those of the key first. */
export const columnNames = ({ key, rest }: SharedTable): readonly string[] =>
  [...key, ...rest].map(({ name }) => name);
