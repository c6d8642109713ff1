/**
 * Captures what a transaction does to shared tables, whoever writes: TEMP triggers, which this connection alone has, keep each row as it was when it was
 * touched first, and at the commit that is compared with what the rows are then.
 */
import { AppError } from '../app-error.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import type { ColumnChange, OpContent, TableChanges, Value } from './op-content.ts';
import { type SharedTable, columnNames, readSharedTables } from './shared-tables.ts';

/** Is given what a transaction has done, in that transaction, before it commits. */
type TakeOp = (tx: WritableStore, content: OpContent) => Promise<void>;

/**
 * The same store, of whose transactions each gives `take` what it did to shared tables, unless it did nothing to them. Nobody else may write: a transaction
 * that meets what another connection has written is refused, with AppError `store-tampered` {part: 'connection'}, since no op says it.
 */
export async function captureOps(store: Store, take: TakeOp): Promise<Store> {
  const tables = await readSharedTables(store);
  await store.transaction(async (tx) => {
    for (const text of tables.flatMap(watching)) await tx.run(plain(text));
  });
  const touched = plain(
    tables
      .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${was(name)})`)
      .join(' UNION ALL '),
  );
  const version = await dataVersion(store);
  const handOver = async (tx: WritableStore): Promise<void> => {
    const names = new Set((await tx.all<{ readonly name: string }>(touched)).map(({ name }) => name));
    const content: TableChanges[] = [];
    for (const table of tables) {
      if (!names.has(table.name)) continue;
      const changes = await readChanges(tx, table);
      if (changes !== null) content.push(changes);
      await tx.run(plain(`DELETE FROM ${was(table.name)}`));
    }
    if (content.length > 0) await take(tx, content);
  };
  const transaction: Store['transaction'] = (work) =>
    store.transaction(async (tx) => {
      if ((await dataVersion(tx)) !== version) throw new AppError('store-tampered', { part: 'connection' });
      const value = await work(tx);
      await handOver(tx);
      return value;
    });
  return {
    ...store,
    transaction,
    runAlone: (query) => transaction(async (tx) => void (await tx.run(query))),
  };
}

/** Changes when another connection has written, and at nothing that this one does. */
const dataVersion = async (store: ReadableStore): Promise<number | undefined> =>
  (await store.get<{ readonly data_version: number }>(plain('PRAGMA data_version')))?.data_version;

const plain = (text: string): Sql => ({ text, values: [] });

/** The TEMP table with the rows of a table as they were; its other columns are null where there was none. */
const was = (name: string): string => `was_${name}`;

/** Statements that make a table's TEMP table and triggers. Keys are typed: by columns without a type SQLite would look through all rows. */
function watching({ name, key, rest }: SharedTable): readonly string[] {
  const declared = (columns: SharedTable['rest'], end: string): string =>
    columns.map((column) => `${column.name} ${column.type}${end}`).join(', ');
  const names = [...key, ...rest].map((column) => column.name).join(', ');
  const keys = key.map((column) => column.name).join(', ');
  const of = (row: 'OLD' | 'NEW', columns = key): string =>
    columns.map((column) => `${row}.${column.name}`).join(', ');
  const is = (row: 'OLD' | 'NEW'): string =>
    key.map((column) => `${column.name} = ${row}.${column.name}`).join(' AND ');
  const isNew = (row: 'OLD' | 'NEW'): string => `NOT EXISTS (SELECT 1 FROM ${was(name)} WHERE ${is(row)})`;
  const moved = key.map((column) => `NEW.${column.name} IS NOT OLD.${column.name}`).join(' OR ');
  const keepOld = `BEGIN INSERT INTO ${was(name)} (${names}, existed) VALUES (${of('OLD', [...key, ...rest])}, 1); END`;
  const trigger = (kind: string, when: string, body: string): string =>
    `CREATE TEMP TRIGGER ${was(name)}_${kind} ${body.replace('WHEN', `ON main.${name} WHEN ${when}`)}`;
  return [
    `CREATE TEMP TABLE ${was(name)} (${[declared(key, ' NOT NULL'), 'existed INTEGER NOT NULL', declared(rest, '')].filter((part) => part !== '').join(', ')}, PRIMARY KEY (${keys})) STRICT, WITHOUT ROWID`,
    // Not `OR IGNORE`: within a trigger the statement's own way with a conflict would hold.
    trigger(
      'added',
      isNew('NEW'),
      `AFTER INSERT WHEN BEGIN INSERT INTO ${was(name)} (${keys}, existed) VALUES (${of('NEW')}, 0); END`,
    ),
    // Before, because a trigger of the schema may change the row again.
    trigger('changed', isNew('OLD'), `BEFORE UPDATE OF ${names} WHEN ${keepOld}`),
    trigger(
      'moved',
      `(${moved}) AND ${isNew('NEW')}`,
      `BEFORE UPDATE OF ${keys} WHEN BEGIN INSERT INTO ${was(name)} (${names}, existed) SELECT ${names}, 1 FROM ${name} WHERE ${is('NEW')}; INSERT INTO ${was(name)} (${keys}, existed) SELECT ${of('NEW')}, 0 WHERE ${isNew('NEW')}; END`,
    ),
    trigger('removed', isNew('OLD'), `BEFORE DELETE WHEN ${keepOld}`),
  ];
}

type Joined = Readonly<Record<string, Value>>;

/** What became of a table's touched rows; null where all are as they were. */
async function readChanges(tx: WritableStore, table: SharedTable): Promise<TableChanges | null> {
  const names = columnNames(table);
  const keyed = table.key.length;
  const on = table.key.map(({ name }) => `n.${name} = w.${name}`).join(' AND ');
  const columns = names.map((name, at) => `w.${name} AS w${at}, n.${name} AS n${at}`).join(', ');
  const rows = await tx.all<Joined>(
    plain(
      `SELECT w.existed, n.${names[0]} IS NOT NULL AS there, ${columns} FROM ${was(table.name)} w LEFT JOIN main.${table.name} n ON ${on} ORDER BY ${table.key.map(({ name }) => `w.${name}`).join(', ')}`,
    ),
  );
  const added: Value[][] = [];
  const changed: TableChanges['changed'][number][] = [];
  const removed: Value[][] = [];
  for (const row of rows) {
    const key = names.slice(0, keyed).map((_, at) => valueOf(row, `w${at}`));
    if (row['existed'] === 0) {
      if (row['there'] === 1) added.push(names.map((_, at) => valueOf(row, `n${at}`)));
    } else if (row['there'] === 0) removed.push(key);
    else {
      const differing = names.flatMap((name, at): ColumnChange[] => {
        const [before, after] = [valueOf(row, `w${at}`), valueOf(row, `n${at}`)];
        return at < keyed || isSame(before, after) ? [] : [[name, before, after]];
      });
      if (differing.length > 0) changed.push({ key, columns: differing });
    }
  }
  return added.length + changed.length + removed.length === 0
    ? null
    : { table: table.name, columns: names, keyed, added, changed, removed };
}

const valueOf = (row: Joined, name: string): Value => row[name] ?? null;

const isSame = (one: Value, other: Value): boolean =>
  one instanceof Uint8Array && other instanceof Uint8Array ? Buffer.compare(one, other) === 0 : one === other;
