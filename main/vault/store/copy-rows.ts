/** Takes rows from one store to another of the same schema, whole. */
import type { Sql, SqlValue } from './sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A row with every column of its table. */
export type WholeRow = Readonly<Record<string, SqlValue>>;

/** All rows of a table. `table`: a name of the program's own. */
export const readRows = (store: ReadableStore, table: string): Promise<readonly WholeRow[]> =>
  store.all<WholeRow>({ text: `SELECT * FROM ${table}`, values: [] });

/** Puts rows in the place of those with the same number. */
export async function putRows(tx: WritableStore, table: string, rows: readonly WholeRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (const row of rows) await tx.run(putRow(table, columns, row));
}

const putRow = (table: string, columns: readonly string[], row: WholeRow): Sql => ({
  text: `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  values: columns.map((column) => row[column] ?? null),
});
