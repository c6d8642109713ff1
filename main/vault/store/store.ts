/** The handles by which features reach the store. Only a transaction hands out one that can write. */
import type { Sql, SqlValue } from './sql.ts';

export interface ReadableStore {
  /** First row, or undefined. Column names are the query's; BLOBs are Uint8Array. */
  get<Row>(query: Sql): Promise<Row | undefined>;
  all<Row>(query: Sql): Promise<Row[]>;
}

export interface WritableStore extends ReadableStore {
  run(query: Sql): Promise<{ readonly changes: number }>;
  /** One statement for many rows of values. */
  runMany(text: string, rows: Iterable<readonly SqlValue[]>): Promise<void>;
}

export interface Store extends ReadableStore {
  readonly path: string;
  readonly engine: EngineName;
  /**
   * BEGIN IMMEDIATE … COMMIT as one exclusive turn in a FIFO queue; rolled back when `work` throws. `work` awaits
   * nothing but the handle it is given. Reads outside a transaction wait for their turn too.
   * Errors: AppError `disk-full`, `disk-error`, `store-damaged`, `rotating` (frozen), `store-read-only`.
   */
  transaction<T>(work: (tx: WritableStore) => Promise<T>): Promise<T>;
  /** One statement as a transaction of its own, in its turn: one way to the engine's thread instead of three. Errors: as `transaction`. */
  runAlone(query: Sql): Promise<void>;
  /**
   * One moment of it in a new file under a key of its own, while reads and writes go on. The new file is on the disk when this returns, and
   * gone when it throws. Errors: those of Engine.copyAnew, `locked` (closed).
   */
  exportTo(options: {
    readonly to: { readonly path: string; readonly key: Uint8Array };
    readonly onProgress?: (done: number, total: number) => void;
    readonly signal?: AbortSignal;
  }): Promise<void>;
  /** Refuses every write from its turn on, whoever holds this handle, so that a copy misses nothing; reads go on. */
  freeze(): Promise<void>;
  thaw(): void;
  /**
   * Of a store that was found damaged: refuses every write for good, and reads over a connection made anew, since one that has met a page
   * that cannot be decrypted may answer nothing more. Called again after each such page. Errors: those of Engine.open.
   */
  readOnly(): Promise<void>;
  /** Moves the WAL into the file and truncates it. */
  checkpoint(): Promise<void>;
  /** Problems found by SQLite and by the cipher's own page check; empty when sound. */
  integrityCheck(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const ENGINE_NAMES = ['better-sqlite3', 'sqlcipher'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
