/**
 * Interface of a SQLCipher 4 engine; two implementations pass one contract test (tests/integration/engines).
 */
import type { EngineName, Store } from '../store.ts';

/** An engine for SQLCipher 4 files. */
export interface Engine {
  readonly name: EngineName;
  /**
   * Opens (or creates) a SQLCipher 4 file with a raw 256-bit key: 4096-byte pages, AES-256-CBC, HMAC-SHA512,
   * WAL, synchronous FULL, foreign keys, secure_delete, temp_store MEMORY; each is read back.
   * Errors: AppError `engine-missing` (no cipher answers), `store-missing`, `store-wrong-key`, `store-damaged`, `disk-full`, `disk-error`.
   */
  open(options: {
    readonly path: string;
    readonly key: Uint8Array;
    readonly create: boolean;
  }): Promise<Store>;
  /**
   * Loads the module and makes the schema in memory against which each file is held, which takes some milliseconds once a process. Errors: those of the
   * engine.
   */
  warmUp(): Promise<void>;
  /**
   * Writes a store into a new file under another key: schema, rows, indexes, triggers, version, without free
   * pages. It reads one snapshot, whoever writes meanwhile, and never writes to the source. The new file is
   * durable when this returns and deleted when it throws. Errors, AppError: those of `open`, `cancelled`;
   * `disk-error` {what: 'file-exists'}.
   */
  copyAnew(options: WatchedWork & { readonly from: KeyedFile; readonly to: KeyedFile }): Promise<void>;
  /**
   * As `copyAnew`, page by page in two thirds of the time, for a store with an empty WAL and no writer.
   * Cancelling is checked only between the copy and the new key. A damaged page may be copied unnoticed,
   * because engines do not check pages here: the caller must check them (`check-in-worker.ts`). Errors, AppError:
   * as `copyAnew`.
   */
  copyUnderKey(
    options: Pick<WatchedWork, 'signal'> & { readonly from: KeyedFile; readonly to: KeyedFile },
  ): Promise<void>;
  /**
   * Compares two stores: schema, version, and every row of every table by its key, in every column; then
   * walks every tree of the new one, after the last `onProgress`. Errors, AppError: `store-damaged` {what:
   * table} where they differ, {problems} where a tree is damaged; those of `open`, `cancelled`.
   */
  compare(
    options: WatchedWork & { readonly from: KeyedFile; readonly to: KeyedFile },
  ): Promise<ComparedTables>;
}

/** A store file and its key. */
export interface KeyedFile {
  readonly path: string;
  /** 32 bytes, raw. */
  readonly key: Uint8Array;
}

/** Work that may take seconds. */
export interface WatchedWork {
  /** Reports progress, in units of the work's own. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Checked between two tables. */
  readonly signal?: AbortSignal;
}

/** How much was compared. */
export interface ComparedTables {
  readonly tables: number;
  readonly rows: number;
}
