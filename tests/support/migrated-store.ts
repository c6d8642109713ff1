/** A store of an earlier version with rows in it, and the same after the migrations since. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { migrate } from '../../main/vault/store/migrate.ts';
import { MIGRATIONS } from '../../main/vault/store/migrations/index.ts';
import type { Sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { makeTempDir } from './temp-dir.ts';

/** A new one of the version before `id`; the caller closes it. */
export async function storeBefore(engine: Engine, id: number): Promise<Store> {
  const store = await engine.open({
    path: join(makeTempDir(), 'store-0001.db'),
    key: randomBytes(32),
    create: true,
  });
  await migrate(
    store,
    MIGRATIONS.filter((migration) => migration.id < id),
  );
  return store;
}

/** Migrated from the version before `id`, in which it got `rows`; the caller closes it. */
export async function migratedFrom(engine: Engine, id: number, rows: readonly Sql[]): Promise<Store> {
  const store = await storeBefore(engine, id);
  await store.transaction(async (tx) => {
    for (const row of rows) await tx.run(row);
  });
  await migrate(store);
  return store;
}
