/** Opens the store with its key and migrates it; the vault opens stores in no other way. */
import type { Engine } from './engine/engine.ts';
import { migrate } from './migrate.ts';
import type { Store } from './store.ts';

/**
 * The opened and migrated store. Errors: those of Engine.open, and AppError `store-newer`; a refused store is
 * closed again.
 */
export async function openStore(options: {
  readonly path: string;
  /** 32 bytes, raw. */
  readonly key: Uint8Array;
  readonly create: boolean;
  readonly engine: Engine;
}): Promise<Store> {
  const { engine, ...rest } = options;
  const store = await engine.open(rest);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
