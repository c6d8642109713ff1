/**
 * Captures what a transaction does to shared tables, whoever writes: TEMP triggers, which this connection alone has, keep each row as it was when it was
 * touched first, and at the commit that is compared with what the rows are then.
 */
import { AppError } from '../app-error.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import { type ColumnChange, type OpContent, type TableChanges, type Value, isSame } from './op-content.ts';
import { type SharedTable, columnNames, readLocalTables, readSharedTables } from './shared-tables.ts';

/** What was done since the last look: what others are told, and what takes it back where nothing has been done since. */
export interface Captured {
  readonly content: OpContent;
  readonly undo: OpContent;
  /** To tables of this desk alone. */
  readonly local: OpContent;
}

/** Watches a connection. */
export interface Capture {
  /** What this transaction has done since it began or was looked at last; null where that is nothing to shared tables. */
  drain(tx: WritableStore): Promise<Captured | null>;
  /** The same, for whoever does not need to know: it costs nothing where much was done. */
  forget(tx: WritableStore): Promise<void>;
}

/** What becomes of what transactions do. */
interface OpTaker {
  /** Is given what a transaction has done, in that transaction, before it commits. `back` takes it all back. What it returns is waited for once it is committed. */
  take(
    tx: WritableStore,
    captured: Captured,
    back: () => Promise<void>,
  ): Promise<void | (() => Promise<void>)>;
  /** It is committed. */
  committed?(): void;
}

/** A connection that is watched: TEMP tables and triggers, which it alone has. */
export async function watchStore(store: Store): Promise<Capture> {
  const shared = await readSharedTables(store);
  const tables = [...shared, ...(await readLocalTables(store))];
  await store.transaction(async (tx) => {
    for (const text of tables.flatMap(watching)) await tx.run(plain(text));
  });
  const touched = plain(
    tables
      .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${was(name)})`)
      .join(' UNION ALL '),
  );
  const readTouched = async (tx: WritableStore): Promise<ReadonlySet<string>> =>
    new Set((await tx.all<{ readonly name: string }>(touched)).map(({ name }) => name));
  return {
    async forget(tx) {
      for (const name of await readTouched(tx)) await tx.run(plain(`DELETE FROM ${was(name)}`));
    },
    async drain(tx) {
      const names = await readTouched(tx);
      const content: TableChanges[] = [];
      const undo: TableChanges[] = [];
      const local: TableChanges[] = [];
      for (const table of tables) {
        if (!names.has(table.name)) continue;
        const both = await readChanges(tx, table);
        if (both !== null && shared.includes(table)) {
          content.push(both.changes);
          undo.push(both.back);
        } else if (both !== null) local.push(both.changes);
        await tx.run(plain(`DELETE FROM ${was(table.name)}`));
      }
      return content.length === 0 ? null : { content, undo, local };
    },
  };
}

/**
 * The same store, of whose transactions each gives `taker` what it did to shared tables, unless it did nothing to them. Nobody else may write: a transaction
 * that meets what another connection has written is refused, with AppError `store-tampered` {part: 'connection'}, since no op says it.
 */
export async function captureOps(
  store: Store,
  taker: OpTaker,
): Promise<{ readonly store: Store; readonly capture: Capture }> {
  const capture = await watchStore(store);
  const version = await dataVersion(store);
  const transaction: Store['transaction'] = async (work, entered) => {
    const { value, isCaptured, decided } = await store.transaction(async (tx) => {
      if ((await dataVersion(tx)) !== version) throw new AppError('store-tampered', { part: 'connection' });
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'tx begun']);
      await tx.run(plain('SAVEPOINT before'));
      const done = await work(tx);
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'work done']);
      const captured = await capture.drain(tx);(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'drained']);
      const back = async (): Promise<void> => void (await tx.run(plain('ROLLBACK TO before')));
      const waits = captured === null ? undefined : await taker.take(tx, captured, back);
      return { value: done, isCaptured: captured !== null, decided: waits };
    });
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'tx committed']);if (isCaptured) taker.committed?.();
    if (typeof decided === 'function') {
      entered?.();
      await decided();
    }
    return value;
  };
  return {
    capture,
    store: {
      ...store,
      transaction,
      runAlone: (query) => transaction(async (tx) => void (await tx.run(query))),
    },
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

/** What became of a table's touched rows, and the way back; null where all are as they were. */
async function readChanges(
  tx: WritableStore,
  table: SharedTable,
): Promise<{ readonly changes: TableChanges; readonly back: TableChanges } | null> {
  const names = columnNames(table);
  const { groups } = table;
  const keyed = table.key.length;
  const on = table.key.map(({ name }) => `n.${name} = w.${name}`).join(' AND ');
  const by = table.key.map(({ name }) => `w.${name}`).join(', ');
  const read = (columns: string, where: string): Promise<Joined[]> =>
    tx.all<Joined>(
      plain(
        `SELECT ${columns} FROM ${was(table.name)} w LEFT JOIN main.${table.name} n ON ${on} WHERE ${where} ORDER BY ${by}`,
      ),
    );
  const of = (row: 'w' | 'n'): string => names.map((name, at) => `${row}.${name} AS ${row}${at}`).join(', ');
  const isThere = `n.${names[0]} IS NOT NULL`;
  const before = (row: Joined): Value[] => names.map((_, at) => row[`w${at}`] ?? null);
  const after = (row: Joined): Value[] => names.map((_, at) => row[`n${at}`] ?? null);
  const keyOf = (row: Joined): Value[] => before(row).slice(0, keyed);
  // Of many that were added, how they were is not read.
  const added = (await read(of('n'), `w.existed = 0 AND ${isThere}`)).map(after);
  const rows = await read(`${isThere} AS there, ${of('w')}, ${of('n')}`, 'w.existed = 1');
  const removed = rows.filter((row) => row['there'] === 0);
  const changed = rows
    .filter((row) => row['there'] === 1)
    .flatMap((row) => {
      const [then, now] = [before(row), after(row)];
      const differs = names.filter((_, at) => !isSame(then[at] ?? null, now[at] ?? null));
      // With the rest of its group, so that others can tell whether that is as it was.
      const told = names.filter(
        (name) =>
          differs.includes(name) ||
          groups.some((group) => group.includes(name) && group.some((one) => differs.includes(one))),
      );
      const values = (name: string): ColumnChange => {
        const at = names.indexOf(name);
        return [name, then[at] ?? null, now[at] ?? null];
      };
      return differs.length === 0 ? [] : [{ key: keyOf(row), columns: told.map(values) }];
    });
  if (added.length + changed.length + removed.length === 0) return null;
  const about = { table: table.name, columns: names, keyed };
  return {
    changes: { ...about, added, changed, removed: removed.map(keyOf) },
    back: {
      ...about,
      added: removed.map(before),
      changed: changed.map(({ key, columns: differing }) => ({
        key,
        columns: differing.map(([name, then, now]): ColumnChange => [name, now, then]),
      })),
      removed: added.map((row) => row.slice(0, keyed)),
    },
  };
}
