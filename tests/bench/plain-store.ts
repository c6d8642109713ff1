/** The floor of every search: the same schema, rows and statements in a SQLite file without a cipher. */
import BetterSqlite3, { type Database, type Statement } from 'better-sqlite3';
import { copyAnewWith } from '../../main/vault/store/engine/copy.ts';
import { openWith } from '../../main/vault/store/engine/driver.ts';
import { OUR_SCHEMA } from '../../main/vault/store/engine/schema.ts';
import { migrate } from '../../main/vault/store/migrate.ts';
import type { Store } from '../../main/vault/store/store.ts';
import type { Driver, NativeValue } from '../../main/vault/store/engine/connection.ts';

/** Passes through the same turns, errors and settings as an encrypted store, so that the cipher is the only difference. */
export async function openPlainStore(path: string): Promise<Store> {
  const connector = {
    name: 'better-sqlite3' as const,
    connect: async (file: string): Promise<Driver> => createDriver(new BetterSqlite3(file)),
    inMemory: async () => createDriver(new BetterSqlite3(':memory:')),
    schema: OUR_SCHEMA,
    cipherFaults: async () => [],
  };
  const store = await openWith(connector, (options) => copyAnewWith(connector, options), {
    path,
    key: new Uint8Array(32),
    create: true,
  });
  await migrate(store);
  return store;
}

const toBound = (value: NativeValue): NativeValue | bigint =>
  Number.isInteger(value) ? BigInt(value as number) : value;

function createDriver(db: Database): Driver {
  const statements = new Map<string, Statement<unknown[]>>();
  const prepare = (text: string): Statement<unknown[]> => {
    const known = statements.get(text) ?? db.prepare<unknown[]>(text);
    statements.set(text, known);
    return known;
  };
  return {
    get: async (text, values) => prepare(text).get(...values.map(toBound)),
    all: async (text, values) => prepare(text).all(...values.map(toBound)),
    run: async (text, values) => {
      const { changes } = prepare(text).run(...values.map(toBound));
      return { changes };
    },
    runMany: async (text, rows) => {
      const statement = prepare(text);
      for (const row of rows) statement.run(...row.map(toBound));
    },
    exec: async (text) => {
      db.exec(text);
    },
    close: async () => {
      db.close();
    },
  };
}
