/** Opens the store with its key and migrates it; the vault opens stores in no other way. */
import type { Engine } from './engine/engine.ts';
import { migrate } from './migrate.ts';
import type { Store } from './store.ts';

/**
 * The opened and migrated store. Errors: those of Engine.open and of `beforeMigrating`, and AppError `store-newer`; a refused store is
 * closed again.
 */
export async function openStore(options: {
  readonly path: string;
  /** 32 bytes, raw. */
  readonly key: Uint8Array;
  readonly create: boolean;
  readonly engine: Engine;
  /** Done with a store of an earlier version, whose schema was checked, before anything in it changes. */
  readonly beforeMigrating?: (store: Store) => Promise<void>;
}): Promise<Store> {
  const { engine, beforeMigrating, ...rest } = options;
  const store = await engine.open(rest);
  try {
    await migrate(store, undefined, beforeMigrating);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
