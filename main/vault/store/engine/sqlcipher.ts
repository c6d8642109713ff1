/** SQLCipher itself: serves runtimes without Node-API 10, and is the reference that the other engine is tested against. */
import { AppError } from '../../app-error.ts';
import { openWith, pragmaFaults, rawKeyText, rekeyWith } from './driver.ts';
import type { Connector, Driver, NativeValue, PragmaCheck } from './driver.ts';
import type { Engine } from './engine.ts';
import { loadNative } from './load-native.ts';
import { createStatementCache } from './statement-cache.ts';

const MOST_STATEMENTS = 300;
/** Rows of values in one statement of runMany: each call costs a hop to a thread, so they travel together. */
const ROWS_AT_ONCE = 100;
/** SQLite's default limit of bound values. */
const MOST_VALUES = 32_766;

type Done = (error: Error | null) => void;

/** The little of the module's callback API that is used here. */
interface NativeStatement {
  all(values: readonly NativeValue[], done: (error: Error | null, rows?: unknown[]) => void): void;
  run(values: readonly NativeValue[], done: (this: { readonly changes: number; readonly lastID: number }, error: Error | null) => void): void;
  finalize(done: Done): void;
}
interface NativeDatabase {
  configure(option: 'busyTimeout', milliseconds: number): void;
  prepare(text: string, done: Done): NativeStatement;
  exec(text: string, done: Done): void;
  close(done: Done): void;
}
interface NativeModule {
  readonly OPEN_READWRITE: number;
  readonly Database: new (path: string, mode: number, done: Done) => NativeDatabase;
}

/** Errors: AppError `engine-missing` where the optional module was not built. */
export function createSqlcipherEngine(): Engine {
  const native = load();
  const connector: Connector = { name: 'sqlcipher', connect: (path, key) => connect(native, path, key), cipherFaults };
  return {
    name: 'sqlcipher',
    open: (options) => openWith(connector, options),
    rekeyCopy: (options) => rekeyWith(connector, options),
  };
}

function load(): NativeModule {
  try {
    return loadNative('@journeyapps/sqlcipher') as NativeModule;
  } catch (error) {
    throw new AppError('engine-missing', { engine: 'sqlcipher' }, { cause: error });
  }
}

async function connect(native: NativeModule, path: string, key: Uint8Array): Promise<Driver> {
  const db = await new Promise<NativeDatabase>((resolve, reject) => {
    const opened = new native.Database(path, native.OPEN_READWRITE, (error) => error === null ? resolve(opened) : reject(error));
  });
  db.configure('busyTimeout', 5000);
  const driver = createDriver(db);
  try {
    // Its error log goes to standard error and names pages; AppError says what is needed.
    await driver.exec(`PRAGMA cipher_log_level = NONE; PRAGMA key = "${rawKeyText(key)}"`);
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function createDriver(db: NativeDatabase): Driver {
  const statements = createStatementCache<NativeStatement>(MOST_STATEMENTS, (statement) => statement.finalize(() => undefined));
  /** Reads run together: two of one text share its one statement, also while it is being prepared. */
  const preparing = new Map<string, Promise<NativeStatement>>();
  const prepareAnew = async (text: string): Promise<NativeStatement> => {
    try {
      const statement = await new Promise<NativeStatement>((resolve, reject) => {
        const prepared = db.prepare(text, (error) => error === null ? resolve(prepared) : reject(error));
      });
      statements.set(text, statement);
      return statement;
    } finally {
      preparing.delete(text);
    }
  };
  const prepare = async (text: string): Promise<NativeStatement> => {
    const known = statements.get(text) ?? preparing.get(text);
    if (known !== undefined) return known;
    const anew = prepareAnew(text);
    preparing.set(text, anew);
    return anew;
  };
  const run = async (text: string, values: readonly NativeValue[]): Promise<{ changes: number; lastId: number }> => {
    const statement = await prepare(text);
    return new Promise((resolve, reject) => {
      statement.run(values, function (error) {
        if (error === null) resolve({ changes: this.changes, lastId: this.lastID });
        else reject(error);
      });
    });
  };
  const all = async (text: string, values: readonly NativeValue[]): Promise<unknown[]> => {
    const statement = await prepare(text);
    return await promised<unknown[]>((done) => statement.all(values, done)) ?? [];
  };
  return {
    run, all,
    // Not the module's own: it leaves the statement at its row, with a read lock that keeps the WAL from being truncated, and to put it back is another hop to its thread.
    get: async (text, values) => (await all(text, values))[0],
    runMany: async (text, rows) => {
      for (const batch of batches(text, rows)) await run(batch.text, batch.values);
    },
    exec: async (text) => { await promised<void>((done) => db.exec(text, done)); },
    close: async () => {
      for (const statement of statements.drain()) await promised<void>((done) => statement.finalize(() => done(null)));
      await promised<void>((done) => db.close(done));
    },
  };
}

function promised<T>(start: (done: (error: Error | null, value?: T) => void) => void): Promise<T | undefined> {
  return new Promise((resolve, reject) => start((error, value) => error === null ? resolve(value) : reject(error)));
}

const ONE_ROW = /^(?<head>[\s\S]*\bVALUES\s*)(?<row>\((?:\s*\?\s*,)*\s*\?\s*\))(?<tail>[^?]*)$/i;

/** Rows that share one statement, where the text ends in one row of plain values; else a statement a row. */
function* batches(text: string, rows: Iterable<readonly NativeValue[]>): Generator<{ readonly text: string; readonly values: readonly NativeValue[] }> {
  const parts = ONE_ROW.exec(text)?.groups;
  const columns = parts?.['row']?.split('?').length ?? 1;
  const most = parts === undefined ? 1 : Math.max(1, Math.min(ROWS_AT_ONCE, Math.floor(MOST_VALUES / columns)));
  const textFor = (count: number): string => count === 1 || parts === undefined
    ? text
    : `${parts['head']}${Array<string>(count).fill(parts['row'] ?? '').join(',')}${parts['tail']}`;
  let pending: (readonly NativeValue[])[] = [];
  for (const row of rows) {
    pending.push(row);
    if (pending.length < most) continue;
    yield { text: textFor(pending.length), values: pending.flat() };
    pending = [];
  }
  // The rest one by one, so that the cache holds two texts and not one for each length of rest.
  for (const row of pending) yield { text, values: row };
}

/** What the cipher must answer for a SQLCipher 4 file; a SQLite without one answers nothing. */
const CIPHER = [
  ['cipher_page_size', '4096'], ['kdf_iter', '256000'], ['cipher_use_hmac', '1'], ['cipher_plaintext_header_size', '0'],
  ['cipher_hmac_algorithm', 'HMAC_SHA512'], ['cipher_kdf_algorithm', 'PBKDF2_HMAC_SHA512'], ['cipher', 'AES-256-CBC'],
] as const;

const cipherFaults = (driver: Driver): Promise<readonly string[]> => pragmaFaults(driver, [
  ['cipher_version', (answer) => answer?.startsWith('4.') === true],
  ...CIPHER.map(([pragma, expected]): PragmaCheck => [pragma, (answer) => answer === expected]),
]);
