/** Handles by which features use the store. Only a transaction gives one that can write. */
import type { ByteStrings, OnSearched } from './engine/page-search.ts';
import type { Sql, SqlValue } from './sql.ts';

/** A handle that can read. */
export interface ReadableStore {
  /** The first row, or undefined. Column names are those of the query; BLOBs are Uint8Array. */
  get<Row>(query: Sql): Promise<Row | undefined>;
  all<Row>(query: Sql): Promise<Row[]>;
}

/** The handle of a transaction. */
export interface WritableStore extends ReadableStore {
  run(query: Sql): Promise<{ readonly changes: number }>;
  /** Runs one statement for each row of values. */
  runMany(text: string, rows: Iterable<readonly SqlValue[]>): Promise<void>;
}

/** The open store. */
export interface Store extends ReadableStore {
  readonly path: string;
  readonly engine: EngineName;
  /** Another number once anything may have been written: nobody but this process writes while it is open. Null of a damaged one, which takes nothing any more. */
  writes(): number | null;
  /**
   * BEGIN IMMEDIATE … COMMIT as one exclusive turn in a FIFO queue; rolled back when `work` throws. `work` awaits
   * nothing but the handle it is given. Reads outside a transaction wait for their turn too. `entered`: called, once, where other desks decide over what it
   * does, as soon as its entries are committed; the rest follows when this returns, or does not: `not-done`, `outcome-unknown`.
   * Errors: AppError `disk-full`, `disk-error`, `store-damaged`, `rotating` (frozen), `store-read-only`.
   */
  transaction<T>(work: (tx: WritableStore) => Promise<T>, entered?: () => void): Promise<T>;
  /**
   * Runs one statement as a transaction of its own, with one round trip to the engine's thread instead of
   * three. Errors: as `transaction`.
   */
  runAlone(query: Sql): Promise<void>;
  /**
   * Writes a snapshot into a new file under another key (32 bytes) while reads and writes continue. The new
   * file is durable when this returns and deleted when it throws. Errors: those of Engine.copyAnew, `locked`
   * (closed).
   */
  exportTo(options: {
    readonly to: { readonly path: string; readonly key: Uint8Array };
    readonly onProgress?: (done: number, total: number) => void;
    readonly signal?: AbortSignal;
  }): Promise<void>;
  /** Refuses every write from its turn on, so that a copy misses nothing; reads continue. */
  freeze(): Promise<void>;
  thaw(): void;
  /**
   * For a damaged store: refuses every write for good and reopens the connection for reading, because one
   * that met an undecryptable page may answer nothing more. Call it again after each such page. Errors: those
   * of Engine.open.
   */
  readOnly(): Promise<void>;
  /** Moves the WAL into the file and truncates it. */
  checkpoint(): Promise<void>;
  /**
   * Moves the WAL into the file, truncates it, and looks for byte strings in every decrypted page, free space included; what is written meanwhile too.
   * Reads and writes go on. One search at a time. Errors: `busy` where somebody still reads the WAL; `locked` (closed); those of the file system and
   * of `onSearched`.
   */
  searchPages(strings: ByteStrings, onSearched?: OnSearched): Promise<SearchedPages>;
  /**
   * Writes every page anew (VACUUM), so that free space holds nothing of before. It takes the memory of the whole file, and nothing else is read or
   * written meanwhile. Errors: as `transaction`.
   */
  rewrite(): Promise<void>;
  /** Problems found by SQLite and by the page check; empty if there are none. */
  integrityCheck(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Extent of a search of pages, after the WAL was moved. */
export interface SearchedPages {
  readonly pages: number;
  /** Length of the WAL beside it, in bytes. */
  readonly walBytes: number;
}

/** The engines that can open a store. */
export const ENGINE_NAMES = ['better-sqlite3', 'sqlcipher'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
