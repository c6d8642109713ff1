/**
 * The preferred engine: SQLCipher 4 files through SQLite3 Multiple Ciphers, where the runtime has Node-API
 * 10.
 */
import { setImmediate } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../app-error.ts';
import { compareWith, copyAnewWith, copyUnderKeyWith } from './copy.ts';
import { type Connector, openWith, pragmaFaults, rawKeyText } from './driver.ts';
import type { Engine } from './engine.ts';
import { loadNative, nodeApiVersion } from '../../load-native.ts';
import type { SchemaRule } from './schema.ts';
import { sqlitePath } from './sqlite-path.ts';
import { createStatementCache } from './statement-cache.ts';
import type { Driver, NativeValue } from './connection.ts';

/**
 * Node-API version that the module needs. Loading it on an older one crashes the process, so the version is
 * checked first.
 */
export const NEEDED_NODE_API = 10;
const MAX_STATEMENTS = 300;
/**
 * Milliseconds of writing rows after which other work of this thread runs; `LOOK_EVERY`: rows between two
 * checks of the time.
 */
const TURN = 30;
const LOOK_EVERY = 64;

type Database = BetterSqlite3.Database & { key(key: Buffer): number };
type Statement = BetterSqlite3.Statement<unknown[]>;

/** The engine, for files of this schema. Errors: AppError `engine-missing` where runtime or module is unsuitable. */
export function createBetterSqlite3Engine(schema: SchemaRule): Engine {
  const Database = load();
  const connector: Connector = {
    name: 'better-sqlite3',
    connect: async (path, key, mayLose) => createDriver(openKeyed(Database, path, key).unsafeMode(mayLose)),
    inMemory: async () => createDriver(new Database(':memory:') as Database),
    schema,
    cipherFaults,
    // Its own SHA-512 takes a third of all the time that a copy takes, and Node's, beside it, much less.
    readUnchecked: (driver) => driver.exec('PRAGMA hmac_check = 0'),
  };
  const copyAnew: Engine['copyAnew'] = (options) => copyAnewWith(connector, options);
  return {
    name: 'better-sqlite3',
    open: (options) => openWith(connector, copyAnew, options),
    warmUp: () => schema.warmUp(connector.inMemory),
    copyAnew,
    copyUnderKey: (options) => copyUnderKeyWith(connector, options),
    compare: (options) => compareWith(connector, options),
  };
}

function load(): typeof BetterSqlite3 {
  if (nodeApiVersion() < NEEDED_NODE_API)
    throw new AppError('engine-missing', { engine: 'better-sqlite3', nodeApi: nodeApiVersion() });
  try {
    return loadNative('better-sqlite3') as typeof BetterSqlite3;
  } catch (error) {
    throw new AppError('engine-missing', { engine: 'better-sqlite3' }, { cause: error });
  }
}

function openKeyed(Database: typeof BetterSqlite3, path: string, key: Uint8Array): Database {
  const db = new Database(sqlitePath(path), { fileMustExist: true, timeout: 5000 }) as Database;
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    const keyText = Buffer.from(rawKeyText(key), 'latin1');
    // A build without encryption has no such function; it must never write an unencrypted file.
    if (typeof db.key !== 'function') throw new AppError('engine-missing', { engine: 'better-sqlite3' });
    db.key(keyText);
    keyText.fill(0);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function createDriver(db: Database): Driver {
  const statements = createStatementCache<Statement>(MAX_STATEMENTS, () => undefined);
  const prepare = (text: string): Statement => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = db.prepare<unknown[]>(text);
    statements.set(text, statement);
    return statement;
  };
  return {
    get: async (text, values) => prepare(text).get(...values.map(toBound)),
    all: async (text, values) => prepare(text).all(...values.map(toBound)),
    run: async (text, values) => {
      const { changes } = prepare(text).run(...values.map(toBound));
      return { changes };
    },
    runMany: async (text, rows: Iterable<readonly NativeValue[]>) => {
      const statement = prepare(text);
      let turnBegan = performance.now();
      let count = 0;
      for (const row of rows) {
        statement.run(...row.map(toBound));
        if ((count += 1) % LOOK_EVERY > 0 || performance.now() - turnBegan < TURN) continue;
        await setImmediate();
        turnBegan = performance.now();
      }
    },
    exec: async (text) => {
      db.exec(text);
    },
    close: async () => {
      statements.drain();
      db.close();
    },
  };
}

const MAX_INT32 = 0x7fff_ffff;

/** The module binds every number as REAL; a small whole one goes in as INTEGER, as the other engine has it. */
function toBound(value: NativeValue): NativeValue | bigint {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_INT32
    ? BigInt(value)
    : value;
}

/** Settings that the cipher must report for a SQLCipher 4 file (algorithm 2 is SHA-512); a SQLite without one reports nothing. */
const CIPHER = [
  ['cipher', 'sqlcipher'],
  ['legacy', '4'],
  ['legacy_page_size', '4096'],
  ['kdf_iter', '256000'],
  ['hmac_use', '1'],
  ['kdf_algorithm', '2'],
  ['hmac_algorithm', '2'],
  ['plaintext_header_size', '0'],
] as const;

const cipherFaults = (driver: Driver): Promise<readonly string[]> =>
  pragmaFaults(
    driver,
    CIPHER.map(([pragma, expected]) => [pragma, (answer) => answer === expected]),
  );
