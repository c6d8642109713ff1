/** Row count and hash of every table of a store, to compare two stores that are not open together. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type SqlValue, sql } from './sql.ts';
import type { ReadableStore } from './store.ts';

/** Content of one table. */
export interface TableHash {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 over the rows in the order of their key, lower-case hexadecimal. */
  readonly hash: string;
}

/** Rows read at once, so that other work runs in between. */
const AT_ONCE = 1_000;

/** Watches the hashing. */
export interface HashWatcher {
  /** Called with the number of rows read so far, over all tables. May throw to end the hashing. */
  readonly onRows?: (rows: number) => void;
}

/**
 * Hashes of all tables except `without`, by name. The store must not change meanwhile, else the hashes match
 * no single state.
 */
export async function hashTables(
  store: ReadableStore,
  without: ReadonlySet<string> = new Set(),
  { onRows }: HashWatcher = {},
): Promise<readonly TableHash[]> {
  let before = 0;
  const hashes: TableHash[] = [];
  for (const table of await readTables(store)) {
    if (without.has(table.name)) continue;
    const hashed = await hashTable(store, table, (rows) => onRows?.(before + rows));
    before += hashed.rows;
    hashes.push(hashed);
  }
  return hashes;
}

/** Names of the tables that differ, including those that only one side has. */
export function tablesThatDiffer(one: readonly TableHash[], other: readonly TableHash[]): readonly string[] {
  const others = new Map(other.map((table) => [table.name, table]));
  const names = new Set([...one, ...other].map(({ name }) => name));
  const ones = new Map(one.map((table) => [table.name, table]));
  return [...names].filter(
    (name) =>
      ones.get(name)?.hash !== others.get(name)?.hash || ones.get(name)?.rows !== others.get(name)?.rows,
  );
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Of the columns those that hold fractions. */
  readonly reals: ReadonlySet<string>;
  /** `rowid`, or the columns of the primary key of a table that has none. */
  readonly key: readonly string[];
}

async function readTables(store: ReadableStore): Promise<readonly Table[]> {
  const tables = await store.all<{ readonly name: string; readonly wr: number }>(
    sql`SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  const described: Table[] = [];
  for (const { name, wr } of tables) {
    const columns = await store.all<{ readonly name: string; readonly type: string; readonly pk: number }>(
      sql`SELECT name, type, pk FROM pragma_table_info(${name}) ORDER BY cid`,
    );
    const key = columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name);
    described.push({
      name,
      columns: columns.map((column) => column.name),
      reals: new Set(columns.filter(({ type }) => type === 'REAL').map((column) => column.name)),
      key: wr === 1 ? key : ['rowid'],
    });
  }
  return described;
}

/** A row is hashed as its values quoted by SQLite, which is unique for each row; but a fraction, which each version of SQLite quotes in another way, as JavaScript has it. */
async function hashTable(
  store: ReadableStore,
  { name, columns, reals, key }: Table,
  onRows: (rows: number) => void,
): Promise<TableHash> {
  const hash = createHash('sha256');
  hash.update(`${columns.join(',')}\n`);
  const keys = key.map(quoteName).join(', ');
  const line = columns
    .filter((column) => !reals.has(column))
    .map((column) => `quote(${quoteName(column)})`)
    .join(` || ',' || `);
  const aside = [
    ...key.map((column, index) => `${quoteName(column)} AS k${index}`),
    ...[...reals].map((column, index) => `${quoteName(column)} AS r${index}`),
  ];
  const select = `SELECT ${aside.join(', ')}, ${line} AS line FROM ${quoteName(name)}`;
  let rows = 0;
  for (let after: readonly SqlValue[] | null = null; ;) {
    const where: string = after === null ? '' : `WHERE (${keys}) > (${key.map(() => '?').join(', ')})`;
    const page: readonly Record<string, SqlValue>[] = await store.all<Record<string, SqlValue>>({
      text: `${select} ${where} ORDER BY ${keys} LIMIT ${AT_ONCE}`,
      values: after ?? [],
    });
    for (const row of page) {
      const fractions = [...reals].map((_, index) => `,${String(row[`r${index}`])}`).join('');
      hash.update(`${String(row['line'])}${fractions}\n`);
    }
    rows += page.length;
    onRows(rows);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) break;
    after = key.map((_, index) => last[`k${index}`] ?? null);
    await setImmediate();
  }
  return { name, rows, hash: hash.digest('hex') };
}

/** A name quoted for SQL. */
const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
