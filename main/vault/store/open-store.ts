/** Opens the store with its key and brings it up to date: the only way by which the vault gets a store. */
import type { Engine } from './engine/engine.ts';
import { migrate } from './migrate.ts';
import type { Store } from './store.ts';

/** Errors: those of Engine.open, and AppError `store-newer`; the store is closed again when it is refused. */
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
