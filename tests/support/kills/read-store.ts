/** The store of a closed vault, read behind the application's back with the admin's key. */
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import type { EngineName, ReadableStore } from '../../../main/vault/store/store.ts';
import { openStoreOf } from '../store-tools.ts';
import { PINS, type VaultHarness } from '../vault-harness.ts';

export async function readStore<T>(
  { vaultDir, keychain: { deviceSecrets } }: VaultHarness,
  engine: EngineName,
  read: (store: ReadableStore) => Promise<T>,
): Promise<T> {
  await using store = await openStoreOf({ vaultDir, deviceSecrets }, chooseEngine(engine), PINS.admin);
  return await read(store);
}
