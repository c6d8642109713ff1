/**
 * The interface that engines implement, and the store that is built on it: turns, transactions, errors,
 * checks.
 */
import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { rm } from '../../../files/move-and-remove.ts';
import { AppError } from '../../app-error.ts';
import { diskError } from '../../files/disk-error.ts';
import { createFile, syncFolder } from '../../../files/durable-files.ts';
import type { Sql, SqlValue } from '../sql.ts';
import type { EngineName, ReadableStore, SearchedPages, Store, WritableStore } from '../store.ts';
import type { Engine, KeyedFile, WatchedWork } from './engine.ts';
import { fromNative, sqliteCode } from './native-error.ts';
import {
  type ByteStrings,
  type OnSearched,
  pagesInWal,
  searchPages,
  searchSomePages,
} from './page-search.ts';
import { checkPages, whyNotToOpen, whyUnreadable } from './pages.ts';
import type { SchemaRule } from './schema.ts';
import { createTurns } from '../../long-work/turns.ts';
import { allEnded } from '../../long-work/all-ended.ts';
import type { Driver, NativeValue } from './connection.ts';

/** How an engine makes a keyed connection and reports its cipher settings. */
export interface Connector {
  readonly name: EngineName;
  /**
   * Opens an existing file with a raw 32-byte key. Must not fail for a wrong key, which shows at the first
   * read. `mayLose`: allows SQLite to work without a journal.
   */
  connect(path: string, key: Uint8Array, mayLose: boolean): Promise<Driver>;
  /** An empty database in memory, without a key. */
  inMemory(): Promise<Driver>;
  /** Requirements on the schema of each file. */
  readonly schema: SchemaRule;
  /** Settings that differ from what a SQLCipher 4 store needs; empty if all are right. */
  cipherFaults(driver: Driver): Promise<readonly string[]>;
  /**
   * Optional: makes this connection skip the HMAC check of pages, which is faster; the caller must have the
   * pages checked elsewhere.
   */
  readUnchecked?(driver: Driver): Promise<void>;
}

/**
 * All settings except the cipher's, set and then read back: pragma, value to set, value that must be read.
 */
const SETTINGS = [
  ['temp_store', 'MEMORY', 2],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  // 16 MB of decrypted pages: with SQLite's 2 MB a search among 100,000 people decrypts again what the last one had, and takes 1.6 times as long.
  ['cache_size', '-16000', -16000],
  // Without it INSERT OR REPLACE would slip past the trigger that keeps log entries.
  ['recursive_triggers', 'ON', 1],
  ['journal_mode', 'WAL', 'wal'],
] as const;

/** Pages of a WAL behind which SQLite moves it into the file: its own default. */
const WAL_PAGES = 1000;

/** Implements Engine.open. */
export async function openWith(
  connector: Connector,
  copyAnew: Engine['copyAnew'],
  options: { readonly path: string; readonly key: Uint8Array; readonly create: boolean },
): Promise<Store> {
  const { path, key } = options;
  if (key.length !== 32) throw new AppError('internal', { what: 'key-length' });
  const created = await makeFile(path, options.create);
  if (!options.create) refuseUnopened(path, key);
  try {
    const driver = await connectAndSet(connector, path, key);
    if (created) await syncFolder(dirname(path));
    return createStore(connector, driver, copyAnew, path, key);
  } catch (error) {
    if (created) await removeStoreFiles(path);
    throw error;
  }
}

/** A raw key in SQLCipher's syntax: x'…' with 64 hexadecimal digits, which skips its key derivation. */
export function rawKeyText(key: Uint8Array): string {
  return `x'${Buffer.from(key).toString('hex')}'`;
}

/**
 * Creates the store file if `create` and it does not exist; true if it was created. Errors, AppError:
 * `store-missing`, `store-damaged` (no file, such as a link), `disk-full`, `disk-error`.
 */
export async function makeFile(path: string, create: boolean): Promise<boolean> {
  const there = lstatSync(path, { throwIfNoEntry: false });
  // A link may lead to a file, or a server, of somebody else.
  if (there?.isFile() === false) throw new AppError('store-damaged', { what: 'kind' });
  if (there !== undefined) return false;
  if (!create) throw new AppError('store-missing');
  try {
    // Only its owner may read it; the WAL and its index take over the mode of the file.
    await createFile(path, new Uint8Array(0));
    return true;
  } catch (error) {
    throw diskError(error);
  }
}

/** Deletes a store file and the files that SQLite puts beside it. Errors: those of the file system. */
export async function removeStoreFiles(path: string): Promise<void> {
  await Promise.all(['', '-wal', '-shm', '-journal'].map((end) => rm(`${path}${end}`, { force: true })));
}

/**
 * Checks a file before SQLite opens it, which may change it. Errors, AppError: `store-damaged`,
 * `store-wrong-key`, `disk-error`.
 */
export function refuseUnopened(path: string, key: Uint8Array): void {
  let why;
  try {
    why = whyNotToOpen(path, key);
  } catch (error) {
    throw diskError(error);
  }
  if (why !== null) throw new AppError(why);
}

/**
 * A keyed connection whose cipher, settings and schema are checked. `mayLose`: see Connector. Errors, AppError:
 * `engine-missing` {faults}, `store-wrong-key`, `store-damaged`, `disk-full`, `disk-error`; `store-newer`,
 * `store-tampered` {part: 'schema'}.
 */
export async function connectAndSet(
  connector: Connector,
  path: string,
  key: Uint8Array,
  mayLose = false,
): Promise<Driver> {
  const driver = await connector
    .connect(path, key, mayLose)
    .catch((error: unknown) => Promise.reject(whyNotOpened(error, path, key)));
  try {
    const faults = await connector.cipherFaults(driver);
    if (faults.length > 0) throw new AppError('engine-missing', { faults: faults.join(',') });
    await driver.all('SELECT count(*) FROM sqlite_schema', []);
    await applySettings(driver);
    await connector.schema.check(driver, 'main', connector.inMemory);
    return driver;
  } catch (error) {
    await driver.close().catch(() => undefined);
    throw whyNotOpened(error, path, key);
  }
}

function whyNotOpened(error: unknown, path: string, key: Uint8Array): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_NOMEM')) {
    return new AppError(whyUnreadable(path, key), {}, { cause: error });
  }
  return fromNative(error, path);
}

async function applySettings(driver: Driver): Promise<void> {
  await driver.exec(SETTINGS.map(([pragma, value]) => `PRAGMA ${pragma} = ${value}`).join(';'));
  const [fault] = await pragmaFaults(
    driver,
    SETTINGS.map(([pragma, , expected]) => [pragma, (answer) => answer === String(expected)]),
  );
  if (fault !== undefined) throw new AppError('engine-missing', { faults: fault });
}

/** A pragma and the check of its answer, which is undefined where it returns nothing. */
export type PragmaCheck = readonly [pragma: string, isRight: (answer: string | undefined) => boolean];

/**
 * The pragmas whose answer is wrong, in order. They are read together, because each awaited answer costs a
 * round trip to the engine's thread. All have ended when this returns or throws.
 */
export async function pragmaFaults(
  driver: Driver,
  checks: readonly PragmaCheck[],
): Promise<readonly string[]> {
  const answers = await allEnded(checks.map(([pragma]) => pragmaValue(driver, pragma)));
  return checks.flatMap(([pragma, isRight], index) => (isRight(answers[index]) ? [] : [pragma]));
}

/** First column of a pragma's first row, as text; undefined when it answers nothing. */
async function pragmaValue(driver: Driver, pragma: string): Promise<string | undefined> {
  const [row] = await driver.all(`PRAGMA ${pragma}`, []);
  if (typeof row !== 'object' || row === null) return undefined;
  const first: unknown = Object.values(row)[0];
  return first === undefined || first === null ? undefined : String(first);
}

function createStore(
  connector: Connector,
  connected: Driver,
  copyAnew: Engine['copyAnew'],
  path: string,
  key: Uint8Array,
): Store {
  const turns = createTurns();
  const searches = createTurns();
  let driver = connected;
  const pageKey = Buffer.from(key);
  let closed = false;
  let frozen = false;
  let readOnly = false;

  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw fromNative(error, path);
    }
  };
  const guarded =
    <T>(work: () => Promise<T>) =>
    (): Promise<T> => {
      // A frozen store that was closed has been replaced by another.
      if (closed) throw new AppError(frozen ? 'rotating' : 'locked');
      return guard(work);
    };
  const turn = <T>(work: () => Promise<T>): Promise<T> => turns.take(guarded(work));
  let writes = 0;
  const writingTurn = <T>(work: () => Promise<T>): Promise<T> =>
    turn(async () => {
      if (readOnly) throw new AppError('store-read-only');
      if (frozen) throw new AppError('rotating');
      // Once it has ended and before anybody reads: who reads while it goes on waits for its end.
      return work().finally(() => (writes += 1));
    });
  /**
   * Reads that are requested together, as by a search, do not wait for each other's round trip to the
   * engine's thread.
   */
  const read = <T>(work: () => Promise<T>): Promise<T> => turns.share(guarded(work));

  /** Uses a separate connection that reads one snapshot, so that nobody waits for it. */
  const exportTo = async ({ to, ...watched }: WatchedWork & { readonly to: KeyedFile }): Promise<void> => {
    if (closed) throw new AppError('locked');
    const from = { path, key: new Uint8Array(pageKey) };
    try {
      await copyAnew({ from, to, ...watched });
    } finally {
      from.key.fill(0);
    }
  };

  const transaction = <T>(work: (tx: WritableStore) => Promise<T>): Promise<T> =>
    writingTurn(async () => {
      // Begun on the engine's thread while the work comes to its first statement, which waits for it.
      const begun = driver.exec('BEGIN IMMEDIATE');
      begun.catch(() => undefined);
      const { tx, end } = openTransaction(driver, guard, begun);
      try {
        const value = await work(tx);
        await begun;
        end();
        await driver.exec('COMMIT');
        return value;
      } catch (error) {
        end();
        // Of two statements the engine's threads might run the later one first.
        await begun.catch(() => undefined);
        // After some failures SQLite has rolled back by itself and says so here; the first error is the one that counts.
        await driver.exec('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });

  const { checkpoint, searchFile } = createPageSearch({
    path,
    pageKey,
    turn,
    driver: () => driver,
    isClosed: () => closed,
  });

  const integrityCheck = async (): Promise<readonly string[]> => {
    const found = await bySqlite(driver);
    return [...found, ...(await checkPages(path, pageKey))];
  };

  return {
    path,
    engine: connector.name,
    writes: () => (readOnly ? null : writes),
    get: (query) => read(() => driver.get(query.text, query.values.map(toNative)) as Promise<never>),
    all: (query) => read(() => driver.all(query.text, query.values.map(toNative)) as Promise<never[]>),
    transaction,
    runAlone: (query) =>
      writingTurn(async () => void (await driver.run(query.text, query.values.map(toNative)))),
    exportTo,
    freeze: () =>
      turn(async () => {
        frozen = true;
      }),
    thaw: () => {
      frozen = false;
    },
    readOnly: () =>
      turn(async () => {
        readOnly = true;
        await driver.close().catch(() => undefined);
        driver = await connectAndSet(connector, path, pageKey);
      }),
    checkpoint: () => turn(checkpoint),
    searchPages: (strings, onSearched) => searches.take(() => guard(() => searchFile(strings, onSearched))),
    rewrite: () => writingTurn(() => driver.exec('VACUUM')),
    integrityCheck: () => turn(integrityCheck),
    close: () =>
      turns.take(async () => {
        if (closed) return;
        closed = true;
        pageKey.fill(0);
        await guard(() => driver.close());
      }),
  };
}

interface PageSearchDependencies {
  readonly path: string;
  readonly pageKey: Buffer;
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly driver: () => Driver;
  readonly isClosed: () => boolean;
}

/**
 * The search of a store's pages and the only checkpoint of its WAL, which tells a search of the pages that it
 * moves.
 */
function createPageSearch({ path, pageKey, turn, driver, isClosed }: PageSearchDependencies): {
  /** To be called within a turn. Errors: AppError `busy`. */
  readonly checkpoint: () => Promise<void>;
  /**
   * Reads and writes continue meanwhile: only `checkpoint` moves pages into the file, and the pages that it
   * moved are searched in a last turn, while nobody writes.
   */
  readonly searchFile: (strings: ByteStrings, onSearched?: OnSearched) => Promise<SearchedPages>;
} {
  /** Pages that were moved into the file during a search; null while there is none. */
  let moved: Set<number> | null = null;

  const checkpoint = async (): Promise<void> => {
    if (moved !== null) for (const page of pagesInWal(`${path}-wal`)) moved.add(page);
    const row = await driver().get('PRAGMA wal_checkpoint(TRUNCATE)', []);
    if (typeof row === 'object' && row !== null && 'busy' in row && row.busy !== 0)
      throw new AppError('busy');
  };

  const searchFile = async (strings: ByteStrings, onSearched?: OnSearched): Promise<SearchedPages> => {
    await turn(async () => {
      await checkpoint();
      await driver().exec('PRAGMA wal_autocheckpoint = 0');
    });
    const met = new Set<number>();
    moved = met;
    try {
      const pages = await searchPages(path, pageKey, strings, (done, total) => {
        if (isClosed()) throw new AppError('locked');
        onSearched?.(done, total);
      });
      return await turn(async () => {
        await checkpoint();
        searchSomePages(path, pageKey, strings, met);
        const walBytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
        return { pages, walBytes };
      });
    } finally {
      moved = null;
      await turn(() => driver().exec(`PRAGMA wal_autocheckpoint = ${WAL_PAGES}`)).catch(() => undefined);
    }
  };

  return { checkpoint, searchFile };
}

/**
 * Problems of structure and foreign keys found by SQLite. A page that cannot be decrypted ends the check and
 * is reported too.
 */
async function bySqlite(driver: Driver): Promise<readonly string[]> {
  try {
    const rows = (await driver.all('PRAGMA integrity_check', [])) as { readonly integrity_check: string }[];
    const broken = await driver.all('PRAGMA foreign_key_check', []);
    const problems = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    return broken.length === 0
      ? problems
      : [...problems, `${broken.length} rows refer to rows that are gone`];
  } catch (error) {
    const code = sqliteCode(error);
    if (code === undefined) throw error;
    return [`the integrity check ended with ${code}`];
  }
}

/** The handle of one transaction. Once ended it refuses, so that late work cannot slip into the next turn. */
function openTransaction(
  driver: Driver,
  guard: <T>(work: () => Promise<T>) => Promise<T>,
  begun: Promise<void>,
): { readonly tx: WritableStore; readonly end: () => void } {
  let ended = false;
  const use = <T>(work: () => Promise<T>): Promise<T> =>
    guard(async () => {
      await begun;
      if (ended) throw new AppError('internal', { what: 'transaction-ended' });
      return work();
    });
  const reads: ReadableStore = {
    get: (query) => use(() => driver.get(query.text, query.values.map(toNative)) as Promise<never>),
    all: (query) => use(() => driver.all(query.text, query.values.map(toNative)) as Promise<never[]>),
  };
  const tx: WritableStore = {
    ...reads,
    run: (query: Sql) => use(() => driver.run(query.text, query.values.map(toNative))),
    runMany: (text, rows) => use(() => driver.runMany(text, nativeRows(rows))),
  };
  return {
    tx,
    end: () => {
      ended = true;
    },
  };
}

function* nativeRows(rows: Iterable<readonly SqlValue[]>): Generator<readonly NativeValue[]> {
  for (const row of rows) yield row.map(toNative);
}

/** Errors: RangeError for a bigint that a double cannot hold, since one engine could not bind it. */
function toNative(value: SqlValue): NativeValue {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError('integer out of range');
    return number;
  }
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}
