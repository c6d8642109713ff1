/** What a SQLCipher 4 engine must be able to do; two implementations pass one contract test (tests/integration/engines). */
import type { EngineName, Store } from '../store.ts';

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
  /** Opens and closes a database in memory: the first one of a process takes some milliseconds longer than the next. */
  warmUp(): Promise<void>;
  /**
   * Writes all of a store into a new file under a key of its own: schema, rows, indexes, triggers, version; free pages stay behind. What is
   * read is one moment of it, whoever writes meanwhile; it is not written to. The new file is on the disk when this returns, and gone when it throws.
   * Errors, AppError: those of `open`, `cancelled`; `disk-error` {what: 'file-exists'}.
   */
  copyAnew(options: WatchedWork & { readonly from: KeyedFile; readonly to: KeyedFile }): Promise<void>;
  /**
   * The same of a store that nobody writes to and whose WAL is empty, page by page, in two thirds of the time and in one piece: only between
   * the copy and the new key is it asked whether to go on. A damaged page may be written as if it were whole, since neither engine looks:
   * whoever calls it has the pages checked (`check-aside.ts`). Errors, AppError: as `copyAnew`.
   */
  copyUnderKey(
    options: Pick<WatchedWork, 'signal'> & { readonly from: KeyedFile; readonly to: KeyedFile },
  ): Promise<void>;
  /**
   * Holds two stores against one another: schema, version, and every row of every table by its key, in every column; then walks every tree of
   * the new one, which begins with `onProgress` of all. Errors, AppError: `store-damaged` {what: table} where they differ, {problems} where a
   * tree is not whole; those of `open`, `cancelled`.
   */
  compare(
    options: WatchedWork & { readonly from: KeyedFile; readonly to: KeyedFile },
  ): Promise<ComparedTables>;
}

export interface KeyedFile {
  readonly path: string;
  /** 32 bytes, raw. */
  readonly key: Uint8Array;
}

/** Work that may take seconds. */
export interface WatchedWork {
  /** In units of its own. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Looked at between two tables. */
  readonly signal?: AbortSignal;
}

export interface ComparedTables {
  readonly tables: number;
  readonly rows: number;
}
