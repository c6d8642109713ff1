/** What a SQLCipher 4 engine must be able to do; two implementations pass one contract test (tests/integration/engines). */
import type { EngineName, Store } from '../store.ts';

export interface Engine {
  readonly name: EngineName;
  /**
   * Opens (or creates) a SQLCipher 4 file with a raw 256-bit key: 4096-byte pages, AES-256-CBC, HMAC-SHA512,
   * WAL, synchronous FULL, foreign keys, secure_delete, temp_store MEMORY; each is read back.
   * Errors: AppError `engine-missing` (no cipher answers), `store-missing`, `store-wrong-key`, `store-damaged`, `disk-full`, `disk-error`.
   */
  open(options: { readonly path: string; readonly key: Uint8Array; readonly create: boolean }): Promise<Store>;
  /** Opens and closes a database in memory: the first one of a process takes some milliseconds longer than the next. */
  warmUp(): Promise<void>;
  /** Gives a closed copy of a store a new key, in place. Never called on the live file. */
  rekeyCopy(options: { readonly path: string; readonly oldKey: Uint8Array; readonly newKey: Uint8Array }): Promise<void>;
}
