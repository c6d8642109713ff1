/** Interface that both engines give to their native module, on which the driver builds the store. */

/** A value that both native modules accept: no bigint, BLOBs as Buffer. */
export type NativeValue = string | number | null | Buffer;

/**
 * An open, keyed connection. Statements are prepared once by their text. Errors: those of the native module.
 */
export interface Driver {
  /** The first row, or undefined. For statements with few rows: an engine may read all of them. */
  get(text: string, values: readonly NativeValue[]): Promise<unknown>;
  all(text: string, values: readonly NativeValue[]): Promise<unknown[]>;
  run(text: string, values: readonly NativeValue[]): Promise<{ readonly changes: number }>;
  runMany(text: string, rows: Iterable<readonly NativeValue[]>): Promise<void>;
  /** Statements without values, not kept prepared. */
  exec(text: string): Promise<void>;
  close(): Promise<void>;
}
