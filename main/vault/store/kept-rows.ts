/** Rows as they are before they change, kept as JSON and put back from it: what an import and a merge are undone by. */
import type { ReadableStore } from './store.ts';

/** Columns that the store's own triggers keep, and the id. */
const DERIVED = /^(id|list_.*)$/;

/** Those columns of a table that a row is put back by, whatever later versions add to them. */
export async function keptColumns(store: ReadableStore, table: string): Promise<readonly string[]> {
  const rows = await store.all<{ readonly name: string }>({
    text: `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`,
    values: [],
  });
  return rows.map(({ name }) => name).filter((name) => !DERIVED.test(name));
}

/** An expression of SQL: the row with those columns. */
export const asJson = (columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})`;

/** An expression of SQL: a column of the row that was kept in `before` of `kept`. */
export const keptColumn = (column: string, kept = 'j'): string =>
  `json_extract(${kept}.before, '$.${column}')`;
