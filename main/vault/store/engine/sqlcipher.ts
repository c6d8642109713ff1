/**
 * The SQLCipher engine: for runtimes without Node-API 10, and the reference that the other engine is tested
 * against.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../app-error.ts';
import { compareWith, copyAnewWith, copyUnderKeyWith } from './copy.ts';
import { type Connector, type PragmaCheck, openWith, pragmaFaults, rawKeyText } from './driver.ts';
import type { Engine } from './engine.ts';
import { loadNative } from '../../load-native.ts';
import type { SchemaRule } from './schema.ts';
import { createStatementCache } from './statement-cache.ts';
import type { Driver, NativeValue } from './connection.ts';

const MAX_STATEMENTS = 300;
/**
 * Rows sent to the engine's thread together: each call costs a round trip, and each separately bound value a
 * microsecond.
 */
const ROWS_AT_ONCE = 1_000;

type Done = (error: Error | null) => void;

/** The part of the module's callback API that is used here. */
interface NativeStatement {
  all(values: readonly NativeValue[], done: (error: Error | null, rows?: unknown[]) => void): void;
  run(
    values: readonly NativeValue[],
    done: (this: { readonly changes: number }, error: Error | null) => void,
  ): void;
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

/** The engine, for files of this schema. Errors: AppError `engine-missing` where the optional module was not built. */
export function createSqlcipherEngine(schema: SchemaRule): Engine {
  const native = load();
  const connector: Connector = {
    name: 'sqlcipher',
    connect: (path, key) => connect(native, path, key),
    inMemory: () => connect(native, ':memory:', randomBytes(32)),
    schema,
    cipherFaults,
  };
  const copyAnew: Engine['copyAnew'] = (options) => copyAnewWith(connector, options);
  return {
    name: 'sqlcipher',
    open: (options) => openWith(connector, copyAnew, options),
    warmUp: () => schema.warmUp(connector.inMemory),
    copyAnew,
    copyUnderKey: (options) => copyUnderKeyWith(connector, options),
    compare: (options) => compareWith(connector, options),
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
    const opened = new native.Database(path, native.OPEN_READWRITE, (error) =>
      error === null ? resolve(opened) : reject(error),
    );
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
  const statements = createStatementCache<NativeStatement>(MAX_STATEMENTS, (statement) =>
    statement.finalize(() => undefined),
  );
  /** Reads run together: two of one text share its one statement, also while it is being prepared. */
  const preparing = new Map<string, Promise<NativeStatement>>();
  const prepareAnew = async (text: string): Promise<NativeStatement> => {
    try {
      const statement = await new Promise<NativeStatement>((resolve, reject) => {
        const prepared = db.prepare(text, (error) => (error === null ? resolve(prepared) : reject(error)));
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
  const run = async (text: string, values: readonly NativeValue[]): Promise<{ changes: number }> => {
    const statement = await prepare(text);
    return new Promise((resolve, reject) => {
      statement.run(values, function (error) {
        if (error === null) resolve({ changes: this.changes });
        else reject(error);
      });
    });
  };
  const all = async (text: string, values: readonly NativeValue[]): Promise<unknown[]> => {
    const statement = await prepare(text);
    return (await promised<unknown[]>((done) => statement.all(values, done))) ?? [];
  };
  return {
    run,
    all,
    // Not the module's own: it leaves the statement at its row, with a read lock that keeps the WAL from being truncated, and to put it back is another hop to its thread.
    get: async (text, values) => (await all(text, values))[0],
    // The next batch is written out while the engine's thread has the one before. Both have ended when this does, so that no rollback comes between them.
    runMany: async (text, rows) => {
      let last: { readonly text: string; readonly end: Promise<unknown> } = { text, end: Promise.resolve() };
      try {
        for (const batch of batches(text, rows)) {
          const before = last;
          // Of two statements the engine's threads might run the later one first.
          if (before.text !== batch.text) await before.end;
          last = { text: batch.text, end: run(batch.text, batch.values) };
          void ended(last.end);
          await before.end;
        }
      } finally {
        await ended(last.end);
      }
      await last.end;
    },
    exec: async (text) => {
      await promised<void>((done) => db.exec(text, done));
    },
    close: async () => {
      for (const statement of statements.drain())
        await promised<void>((done) => statement.finalize(() => done(null)));
      await promised<void>((done) => db.close(done));
    },
  };
}

const ended = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    () => undefined,
  );

function promised<T>(
  start: (done: (error: Error | null, value?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) =>
    start((error, value) => (error === null ? resolve(value) : reject(error))),
  );
}

const ONE_ROW = /^(?<head>[\s\S]*)\bVALUES\s*\((?:\s*\?\s*,)*\s*\?\s*\)(?<tail>[^?]*)$/i;

/** Rows that share one statement, as one JSON text, where the text ends in one row of plain values; else a statement a row. */
function* batches(
  text: string,
  rows: Iterable<readonly NativeValue[]>,
): Generator<{ readonly text: string; readonly values: readonly NativeValue[] }> {
  const parts = ONE_ROW.exec(text)?.groups;
  let pending: (readonly NativeValue[])[] = [];
  const together = function* (): Generator<{
    readonly text: string;
    readonly values: readonly NativeValue[];
  }> {
    const json = parts === undefined || pending.length < 2 ? null : toJson(pending);
    if (json === null) for (const row of pending) yield { text, values: row };
    else
      yield {
        text: `${parts?.['head']}SELECT ${json.columns} FROM jsonb_each(?) WHERE true${parts?.['tail']}`,
        values: [json.rows],
      };
    pending = [];
  };
  for (const row of rows) {
    pending.push(row);
    if (pending.length >= ROWS_AT_ONCE) yield* together();
  }
  yield* together();
}

/** The rows as a JSON array of arrays and the columns that SQLite reads out of each, bytes in hexadecimal; null where they cannot travel so unchanged. */
function toJson(
  rows: readonly (readonly NativeValue[])[],
): { readonly columns: string; readonly rows: string } | null {
  const isBytes = (rows[0] ?? []).map((_, column) => rows.some((row) => Buffer.isBuffer(row[column])));
  const fits = (value: NativeValue, column: number): boolean =>
    value === null ||
    (typeof value === 'number'
      ? isBytes[column] === false && fitsJson(value)
      : isBytes[column] === Buffer.isBuffer(value));
  if (!rows.every((row) => row.every(fits))) return null;
  const json = JSON.stringify(
    isBytes.includes(true)
      ? rows.map((row) => row.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)))
      : rows,
  );
  // A NUL, which would end its text there, and half a surrogate pair.
  if (json.includes('\\u0000') || json.includes('\\ud')) return null;
  return {
    columns: isBytes
      .map((bytes, column) => (bytes ? `unhex(value ->> ${column})` : `value ->> ${column}`))
      .join(', '),
    rows: json,
  };
}

/** SQLite reads a decimal exactly as long as it has no more than some fifteen digits. */
const fitsJson = (value: number): boolean =>
  Number.isSafeInteger(value) || /^-?[\d.]{1,15}$/.test(String(value));

/** Settings that the cipher must report for a SQLCipher 4 file; a SQLite without one reports nothing. */
const CIPHER = [
  ['cipher_page_size', '4096'],
  ['kdf_iter', '256000'],
  ['cipher_use_hmac', '1'],
  ['cipher_plaintext_header_size', '0'],
  ['cipher_hmac_algorithm', 'HMAC_SHA512'],
  ['cipher_kdf_algorithm', 'PBKDF2_HMAC_SHA512'],
  ['cipher', 'AES-256-CBC'],
] as const;

const cipherFaults = (driver: Driver): Promise<readonly string[]> =>
  pragmaFaults(driver, [
    ['cipher_version', (answer) => answer?.startsWith('4.') === true],
    ...CIPHER.map(([pragma, expected]): PragmaCheck => [pragma, (answer) => answer === expected]),
  ]);
