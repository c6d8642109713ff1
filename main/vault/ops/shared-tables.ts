/** The tables that every desk has alike, as the store makes them: what is captured of a transaction, and applied elsewhere. */
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { TABLE_NAMES, type TableName, maintainedColumns, groupsOf, isShared } from '../store/tables.ts';

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
  readonly parents: readonly ForeignKey[];
  /** Columns of `rest` that mean something only together; what counts changes is in none. */
  readonly groups: readonly (readonly string[])[];
}

/** Columns that count changes: what two desks add to them adds up. */
export const COUNTED: ReadonlySet<string> = new Set(['version', 'revision']);
/** Columns with the time of the last change: the later in order stays. */
export const LATEST: ReadonlySet<string> = new Set(['updated_at']);

/** Columns by which a row refers to the key of another shared table. */
export interface ForeignKey {
  readonly table: TableName;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What becomes of a row when the one that it refers to is removed. */
  readonly onDelete: string;
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
      parents: await readForeignKeys(store, name),
      groups: allGroups(name, rest),
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

function allGroups(name: TableName, rest: readonly SharedColumn[]): readonly (readonly string[])[] {
  const named = groupsOf(name);
  const others = rest
    .map((column) => column.name)
    .filter((column) => !COUNTED.has(column) && !LATEST.has(column) && !named.flat().includes(column));
  return others.length === 0 ? named : [...named, others];
}

interface DescribedKey {
  readonly id: number;
  readonly parent: TableName;
  readonly from: string;
  readonly to: string;
  readonly onDelete: string;
}

async function readForeignKeys(store: ReadableStore, name: TableName): Promise<readonly ForeignKey[]> {
  const parts = await store.all<DescribedKey>(
    sql`SELECT id, "table" AS parent, "from", "to", on_delete AS onDelete FROM pragma_foreign_key_list(${name}) ORDER BY id, seq`,
  );
  const ids = [...new Set(parts.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const of = parts.filter((part) => part.id === id);
    const [first] = of;
    return first === undefined || !isShared(first.parent)
      ? []
      : [
          {
            table: first.parent,
            from: of.map((part) => part.from),
            to: of.map((part) => part.to),
            onDelete: first.onDelete,
          },
        ];
  });
}

/** Names of columns, those of the key first. */
export const columnNames = ({ key, rest }: SharedTable): readonly string[] =>
  [...key, ...rest].map(({ name }) => name);
