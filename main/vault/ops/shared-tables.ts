/** The tables that every desk has alike, as the store makes them: what is captured of a transaction, and applied elsewhere. */
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';
import type { Meeting } from '../store/schema/feature-schema.ts';
import {
  TABLES,
  TABLE_NAMES,
  type TableName,
  groupsOf,
  isShared,
  linksOf,
  maintainedColumns,
} from '../store/tables.ts';

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
  /** Keys by which a row is told, the one that decides first; the primary key is among them. */
  readonly naturals: readonly NaturalKey[];
  /** Columns with numbers of rows of other tables, foreign keys or not. */
  readonly links: readonly (readonly [column: string, to: TableName])[];
}

/** Columns in which no two rows have the same. */
export interface NaturalKey {
  readonly columns: readonly string[];
  /** SQL of the rows of which that holds; of all where it is empty. */
  readonly where: string;
  /** What becomes of rows of two desks that would have the same. */
  readonly meets: Meeting;
}

/** Tables of records to whose places sealed values are bound, by no foreign key. */
const PLACED: readonly TableName[] = [
  'counter_note',
  ...Object.values(RECORD_TABLES).flatMap(({ name, placed }) => (placed ? [name] : [])),
];

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
export const readSharedTables = (store: ReadableStore): Promise<readonly SharedTable[]> =>
  readTables(store, TABLE_NAMES.filter(isShared));

/** What the link itself keeps at this desk, of which no op is told, and counters, which do not go back. */
const OF_LINK = new Set<TableName>(['op_out', 'op_place', 'link', 'link_key', 'local_state', 'id_counter']);

/** Tables of this desk alone, which change along with what other desks decide over. */
export const readLocalTables = (store: ReadableStore): Promise<readonly SharedTable[]> =>
  readTables(
    store,
    TABLE_NAMES.filter((name) => TABLES[name].desks === 'local' && !OF_LINK.has(name)),
  );

async function readTables(
  store: ReadableStore,
  names: readonly TableName[],
): Promise<readonly SharedTable[]> {
  const shared = await parentsFirst(store, names.toSorted());
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
      naturals: await readNaturalKeys(store, name, columns),
      links: linksBetween(name).filter(([link]) =>
        columns.some((column) => column.name === link && column.type === 'INTEGER'),
      ),
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
    parents.set(name, [...keys.map(({ parent }) => parent), ...(name === 'sealed_value' ? PLACED : [])]);
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

/** By what facts say of the columns. */
const linksBetween = (name: TableName): readonly (readonly [string, TableName])[] => {
  const { person, room } = TABLES[name].columns;
  const of = (columns: string | undefined, to: TableName): readonly (readonly [string, TableName])[] =>
    columns?.split(', ').flatMap((column) => (column === 'id' ? [] : [[column, to] as const])) ?? [];
  return [...of(person, 'person'), ...of(room, 'room'), ...linksOf(name)];
};

/** Those of which facts say how two desks meet, in their order; then all others, of which the first in order stays. */
async function readNaturalKeys(
  store: ReadableStore,
  name: TableName,
  columns: readonly Described[],
): Promise<readonly NaturalKey[]> {
  const made = await store.all<{ readonly columns: string; readonly text: string | null }>(sql`
    SELECT (SELECT group_concat(c.name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) c) AS columns, s.sql AS text
    FROM pragma_index_list(${name}) i LEFT JOIN sqlite_schema s ON s.name = i.name WHERE i."unique"`);
  const where = new Map(
    made.map((index) => [index.columns, /\bWHERE (?<where>.*)$/s.exec(index.text ?? '')?.groups?.['where']]),
  );
  const primary = columns
    .filter(({ pk }) => pk > 0)
    .toSorted((one, other) => one.pk - other.pk)
    .map((column) => column.name)
    .join(', ');
  const said: Readonly<Record<string, Meeting>> = TABLES[name].meets ?? {};
  const others = [...new Set([primary, ...where.keys()])].filter((key) => !Object.hasOwn(said, key));
  return [...Object.entries(said), ...others.map((key): readonly [string, Meeting] => [key, 'first'])].map(
    ([key, meets]) => ({ columns: key.split(', '), where: where.get(key) ?? '', meets }),
  );
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
