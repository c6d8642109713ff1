/**
 * Migrates a store to the present schema, one transaction for each migration, and refuses a store of a newer
 * version.
 */
import { AppError } from '../app-error.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import { sql } from './sql.ts';
import type { ReadableStore, Store } from './store.ts';

/**
 * Runs the missing migrations. After a crash the store is at the end of a complete migration.
 * `before`: done once where any is missing, with nothing changed yet. Errors: AppError `store-newer`, those of `before` and of Store.transaction.
 */
export async function migrate(
  store: Store,
  migrations: readonly Migration[] = MIGRATIONS,
  before?: (store: Store) => Promise<void>,
): Promise<void> {
  const newest = newestVersion(migrations);
  const version = await schemaVersion(store);
  if (version > newest) throw new AppError('store-newer', { version, newest });
  const missing = migrations.filter(({ id }) => id > version);
  if (missing.length > 0) await before?.(store);
  for (const migration of missing) await apply(store, migration);
}

/** The version of a store that this program has migrated. */
export const newestVersion = (migrations = MIGRATIONS): number => migrations.at(-1)?.id ?? 0;

/** The id of the last migration that ran; 0 for an empty store. */
export async function schemaVersion(store: ReadableStore): Promise<number> {
  const row = await store.get<{ readonly user_version: number }>(sql`PRAGMA user_version`);
  return row?.user_version ?? 0;
}

async function apply(store: Store, { id, statements }: Migration): Promise<void> {
  await store.transaction(async (tx) => {
    for (const text of statements) await tx.run({ text, values: [] });
    // A pragma takes no bound value; the id is a number of our own. It is part of the transaction.
    await tx.run({ text: `PRAGMA user_version = ${Math.trunc(id)}`, values: [] });
  });
}
