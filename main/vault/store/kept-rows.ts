/** Keeps rows as JSON before they change and restores them from it, to undo imports and merges. */
import type { ReadableStore } from './store.ts';

/** The id, and columns that triggers maintain. */
const DERIVED = /^(id|list_.*)$/;

/**
 * Columns of a table that are kept and restored: all but the id and derived ones. `table` must be a constant
 * of the code.
 */
export async function keptColumns(store: ReadableStore, table: string): Promise<readonly string[]> {
  const rows = await store.all<{ readonly name: string }>({
    text: `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`,
    values: [],
  });
  return rows.map(({ name }) => name).filter((name) => !DERIVED.test(name));
}

/** SQL expression: the row's columns as a JSON object. */
export const asJson = (columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})`;

/** SQL expression: a column of the row that is kept in `before` of the table alias `kept`. */
export const keptColumn = (column: string, kept = 'j'): string =>
  `json_extract(${kept}.before, '$.${column}')`;
