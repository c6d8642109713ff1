/**
 * A store whose ops are captured and replayed at a second one when it is closed: both must then have the same rows in every shared and derived table.
 * What is found goes to a file, a line of JSON each, for scripts/desks/capture.ts.
 */
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../main/vault/app-error.ts';
import { toHex, utf8 } from '../../main/vault/crypto/bytes.ts';
import { sha256 } from '../../main/vault/crypto/sha256.ts';
import { applyOp } from '../../main/vault/ops/apply-op.ts';
import { captureOps } from '../../main/vault/ops/capture.ts';
import {
  type OpContent,
  type TableChanges,
  type Value,
  packContent,
  unpackContent,
} from '../../main/vault/ops/op-content.ts';
import { beyondItsActions } from '../../main/vault/ops/rights.ts';
import { columnNames, readSharedTables } from '../../main/vault/ops/shared-tables.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { type Sql, sql } from '../../main/vault/store/sql.ts';
import { readListDay } from '../../main/vault/store/list-columns.ts';
import type { ReadableStore, Store, WritableStore } from '../../main/vault/store/store.ts';
import { hashTables, tablesThatDiffer } from '../../main/vault/store/table-hashes.ts';
import { TABLES, TABLE_NAMES, isShared } from '../../main/vault/store/tables.ts';

/** What became of one store. */
export type Replay =
  | {
      readonly path: string;
      readonly state: 'equal';
      readonly ops: number;
      readonly tables: readonly string[];
    }
  | {
      readonly path: string;
      readonly state: 'differs' | 'failed' | 'beyond';
      readonly ops: number;
      readonly what: string;
    }
  | { readonly path: string; readonly state: 'written-elsewhere' };

type OpenStore = (options: {
  readonly path: string;
  readonly key: Uint8Array;
  readonly create: boolean;
  readonly engine: Engine;
}) => Promise<Store>;

const LOCAL = new Set<string>(TABLE_NAMES.filter((name) => TABLES[name].desks === 'local'));
const NOT_SHARED = new Set<string>(TABLE_NAMES.filter((name) => !isShared(name)));

/** Row of `op_out` with the digest of all shared and derived rows as they were when the store was closed; a copy that is made later has none. */
const CLOSED = -1;
/** The same, of a store that was written to by a connection that captures nothing. */
const WRITTEN_ELSEWHERE = -2;

/** `openStore` that captures; `report`: the file for what is found. What ops say goes to files beside it, so that a store keeps its size and pages. */
export const capturingOpenStore =
  (openStore: OpenStore, report: string): OpenStore =>
  async (options) => {
    const isOpenedByTest = calledByTest();
    const store = await openStore(options);
    if (isOpenedByTest && isVault(options.path)) return store;
    // Of several desks: it captures by itself.
    if (!options.create && (await store.get(sql`SELECT 1 FROM link`)) !== undefined) return store;
    const ops = join(dirname(report), 'ops');
    mkdirSync(ops, { recursive: true });
    const tell = (replay: Replay): void => appendFileSync(report, `${JSON.stringify(replay)}\n`);
    if (!(await isAsItWas(store, tell))) return store;
    let isWhole = true;
    let isClosed = false;
    let isByHand = false;
    const leaveOut = async (write: (query: Sql) => Promise<void>): Promise<void> => {
      isWhole = false;
      await write(mark(WRITTEN_ELSEWHERE));
      tell({ path: store.path, state: 'written-elsewhere' });
    };
    const keep = async (tx: WritableStore, content: OpContent): Promise<void> => {
      // A log that a test forges is taken by no other desk.
      if (isByHand && isWhole && rewritesLog(content))
        await leaveOut(async (query) => void (await tx.run(query)));
      if (!isWhole) return;
      // What a test writes by hand enters nothing.
      const beyond = content.some(({ table }) => table === 'log_entry') ? beyondItsActions(content) : [];
      if (beyond.length > 0)
        tell({
          path: store.path,
          state: 'beyond',
          ops: 1,
          what: `${entriesOf(content)}: ${beyond.join(' ')}`,
        });
      await keepOp(tx, ops, content);
    };
    const { store: captured } = await captureOps(store, { take: (tx, { content }) => keep(tx, content) });
    if (options.create) await store.transaction((tx) => keepOp(tx, ops, []));
    // What a test writes by another connection is in no op; the vault goes on as it does with one desk.
    const transaction: Store['transaction'] = async (work, entered) => {
      // It is closed to whoever writes before it is replayed.
      if (isClosed) throw new AppError('locked');
      const isOfTest = calledByTest();
      try {
        return await captured.transaction(async (tx) => {
          isByHand = isOfTest;
          return work(tx);
        }, entered);
      } catch (error) {
        if (!isOfAnother(error)) throw error;
        if (isWhole) await leaveOut(store.runAlone);
        return store.transaction(work, entered);
      }
    };
    return {
      ...captured,
      transaction,
      runAlone: (query) => transaction(async (tx) => void (await tx.run(query))),
      readOnly: () => {
        isWhole = false;
        return store.readOnly();
      },
      close: async () => {
        isClosed = true;
        if (isWhole) {
          isWhole = false;
          await replay(store, { ops, engine: options.engine, openStore }).then(tell, () => undefined);
          await store.runAlone(mark(CLOSED, await digestOf(store))).catch(() => undefined);
        }
        await store.close();
      },
    };
  };

const isOfAnother = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'store-tampered' && error.details['part'] === 'connection';

const rewritesLog = (content: OpContent): boolean =>
  content.some(
    ({ table, changed, removed }) => table === 'log_entry' && (changed.length > 0 || removed.length > 0),
  );

/** Whether a test itself opens the store or writes to it, as the vault never would. */
const calledByTest = (): boolean => {
  const callers = (new Error('where').stack ?? '')
    .split('\n')
    .filter((line) => /\/(main|tests)\//.test(line));
  return callers.find((line) => !line.includes('replayed-store'))?.includes('/tests/') === true;
};

const isVault = (path: string): boolean => existsSync(join(dirname(path), HEADER_FILE));

/** Whether nobody has written since it was closed; a store that cannot be read or written is left alone. */
async function isAsItWas(store: Store, tell: (replay: Replay) => void): Promise<boolean> {
  try {
    const rows = await store.all<{ readonly n: number; readonly envelope: Uint8Array }>(
      sql`SELECT n, envelope FROM op_out WHERE n < 0`,
    );
    if (rows.some(({ n }) => n === WRITTEN_ELSEWHERE)) return false;
    const closed = rows.find(({ n }) => n === CLOSED);
    if (closed === undefined) return true;
    if (Buffer.compare(closed.envelope, await digestOf(store)) === 0) {
      await store.transaction(async (tx) => void (await tx.run(sql`DELETE FROM op_out WHERE n = ${CLOSED}`)));
      return true;
    }
    await store.runAlone(mark(WRITTEN_ELSEWHERE));
    tell({ path: store.path, state: 'written-elsewhere' });
    return false;
  } catch {
    return false;
  }
}

const mark = (n: number, envelope: Uint8Array = new Uint8Array()): Sql =>
  sql`INSERT OR REPLACE INTO op_out (n, envelope) VALUES (${n}, ${envelope})`;

const digestOf = async (store: Store): Promise<Uint8Array> =>
  sha256(utf8(JSON.stringify(await hashTables(store, LOCAL))));

const entriesOf = (content: OpContent): string =>
  content
    .filter(({ table }) => table === 'log_entry')
    .flatMap(({ columns, added }) => added.map((row) => String(row[columns.indexOf('action')])))
    .join(' ');

/** The first says all rows: of a store that was made before it was captured, or that left its estate, with the ops of before. */
async function keepOp(tx: WritableStore, ops: string, content: OpContent): Promise<void> {
  const isFirst = (await tx.get(sql`SELECT 1 FROM op_out WHERE n > 0`)) === undefined;
  const packed = packContent(isFirst ? await readAll(tx) : content);
  const digest = sha256(packed);
  const path = join(ops, toHex(digest));
  // Whole as it appears: another process may read the same.
  writeFileSync(`${path}.${process.pid}`, packed);
  renameSync(`${path}.${process.pid}`, path);
  await tx.run(
    sql`INSERT INTO op_out (n, envelope) SELECT max(0, coalesce(max(n), 0)) + 1, ${digest} FROM op_out`,
  );
}

/** The rows with which a store begins, some of them random: whoever joins gets them as they are. */
async function readAll(store: ReadableStore): Promise<OpContent> {
  const content: TableChanges[] = [];
  for (const table of await readSharedTables(store)) {
    const columns = columnNames(table);
    const rows = await store.all<Readonly<Record<string, Value>>>({
      text: `SELECT ${columns.join(', ')} FROM ${table.name}`,
      values: [],
    });
    const added = rows.map((row) => columns.map((name) => row[name] ?? null));
    if (added.length > 0)
      content.push({ table: table.name, columns, keyed: table.key.length, added, changed: [], removed: [] });
  }
  return content;
}

async function replay(
  store: Store,
  {
    ops: folder,
    engine,
    openStore,
  }: { readonly ops: string; readonly engine: Engine; readonly openStore: OpenStore },
): Promise<Replay> {
  const path = store.path;
  const day = await readListDay(store);
  // Tests fill a store that is no vault's by hand, without what is derived.
  const without = isVault(path) ? LOCAL : NOT_SHARED;
  // One moment: something may still be written.
  const { ops, rows } = await store.transaction(async (tx) => ({
    ops: await tx.all<{ readonly envelope: Uint8Array }>(
      sql`SELECT envelope FROM op_out WHERE n > 0 ORDER BY n`,
    ),
    rows: await hashTables(tx, without),
  }));
  const dir = mkdtempSync(join(tmpdir(), 'replay-'));
  const second = await openStore({
    path: join(dir, 'store-0001.db'),
    key: randomBytes(32),
    create: true,
    engine,
  });
  try {
    const tables = await readSharedTables(second);
    await second.transaction(async (tx) => {
      await tx.run(sql`UPDATE local_state SET day = ${day}`);
      for (const { table } of await readAll(tx)) await tx.run({ text: `DELETE FROM ${table}`, values: [] });
    });
    const written = new Set<string>();
    for (const { envelope } of ops) {
      const content = unpackContent(readFileSync(join(folder, toHex(envelope))));
      if (content === null)
        return { path, state: 'failed', ops: ops.length, what: 'a content cannot be read' };
      for (const { table } of content) written.add(table);
      await second
        .transaction((tx) => applyOp(tx, tables, content))
        .catch((error: unknown) => {
          throw new Error(`${causeOf(error)} of ${JSON.stringify(content).slice(0, 3000)}`);
        });
    }
    const differing = tablesThatDiffer(rows, await hashTables(second, without));
    return differing.length === 0
      ? { path, state: 'equal', ops: ops.length, tables: [...written] }
      : { path, state: 'differs', ops: ops.length, what: await describe(store, second, differing) };
  } catch (error) {
    return {
      path,
      state: 'failed',
      ops: ops.length,
      what: causeOf(error),
    };
  } finally {
    await second.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const causeOf = (error: unknown): string => String(error instanceof Error ? (error.cause ?? error) : error);

/** A few rows that one of the two alone has. */
async function describe(
  one: ReadableStore,
  other: ReadableStore,
  tables: readonly string[],
): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const rows = async (store: ReadableStore): Promise<Set<string>> =>
      new Set(
        (await store.all({ text: `SELECT * FROM ${table}`, values: [] })).map((row) => JSON.stringify(row)),
      );
    const [ours, theirs] = [await rows(one), await rows(other)];
    const only = (a: Set<string>, b: Set<string>): string =>
      [...a]
        .filter((row) => !b.has(row))
        .slice(0, 3)
        .join(' ')
        .slice(0, 600);
    parts.push(`${table}: here ${only(ours, theirs)} there ${only(theirs, ours)}`);
  }
  return parts.join(' | ');
}
