/** Reads a whole store past the application: every row of every table, and every text that any of them holds. */
import { join } from 'node:path';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName, ReadableStore } from '../../main/vault/store/store.ts';
import { STORE_FILE, storeKeyOf } from './store-tools.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

type Row = Readonly<Record<string, unknown>>;

/** Opens the store of a desk that is signed out meanwhile; the desk is locked afterwards. */
export async function withStoreOf<T>(
  desk: VaultHarness,
  engine: EngineName,
  work: (store: ReadableStore) => Promise<T>,
): Promise<T> {
  await desk.vault.close();
  const key = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'supervisor', PINS.supervisor);
  const store = await chooseEngine(engine).open({
    path: join(desk.vaultDir, STORE_FILE),
    key,
    create: false,
  });
  try {
    return await work(store);
  } finally {
    await store.close();
    await desk.start();
  }
}

export async function readTables(store: ReadableStore): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = await store.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  const read = new Map<string, readonly Row[]>();
  for (const { name } of tables)
    read.set(name, await store.all<Row>({ text: `SELECT * FROM ${name}`, values: [] }));
  return read;
}

/** Every text of every row, with the table and column that hold it. */
export const storedTexts = (
  tables: ReadonlyMap<string, readonly Row[]>,
): readonly { readonly where: string; readonly text: string }[] =>
  [...tables].flatMap(([name, rows]) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        typeof value === 'string' ? [{ where: `${name}.${column}`, text: value }] : [],
      ),
    ),
  );
