/** Takes rows from one store to another of the same schema, whole. */
import { AppError } from '../app-error.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A row with every column of its table. */
export type WholeRow = Readonly<Record<string, SqlValue>>;

/** All rows of a table. `table`: a name of the program's own. */
export const readRows = (store: ReadableStore, table: string): Promise<readonly WholeRow[]> =>
  store.all<WholeRow>({ text: `SELECT * FROM ${table}`, values: [] });

/** What a store is read for; null where it is damaged or tampered with and cannot say. Errors: all others of `read`. */
export async function nullWhereDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && ['store-damaged', 'store-tampered'].includes(error.code)) return null;
    throw error;
  }
}

/** Puts rows in the place of those with the same number. */
export async function putRows(tx: WritableStore, table: string, rows: readonly WholeRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (const row of rows) await tx.run(putRow(table, columns, row));
}

const putRow = (table: string, columns: readonly string[], row: WholeRow): Sql => ({
  text: `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  values: columns.map((column) => row[column] ?? null),
});
