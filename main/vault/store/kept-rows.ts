/** Keeps rows as JSON before they change and restores them from it, to undo imports and merges. */
import { z } from 'zod';
import { MAX_COUNT } from '../../../contract/numbers.ts';
import { journalTampered } from './journal-digest.ts';
import { type TableName, columnsOf, maintainedColumns } from './tables.ts';

/** Columns of a kept row by their names. */
export type Kept = Readonly<Record<string, string | number | null>>;
const keptSchema = z.record(
  z.string(),
  z.union([z.string(), z.number().min(-MAX_COUNT).max(MAX_COUNT), z.null()]),
);

/**
 * Names of tables and columns as the schema has them. A name that was read from a file goes into SQL only where it is one.
 */
export const OUR_NAME = /^[a-z][a-z0-9_]*$/;

/** Columns of a table that are kept and put back: all but its number and those that triggers keep. */
export function keptColumns(table: TableName): readonly string[] {
  const maintained = maintainedColumns(table);
  return columnsOf(table).filter((column) => column !== 'id' && !maintained.includes(column));
}

/**
 * A kept row read back: those of its columns that are among `columns`, since their names go into SQL. Errors:
 * AppError `store-tampered` {part: 'journal'} for what is no row.
 */
export function parseKept(text: string, columns: readonly string[]): Kept {
  return pick(parse(text, keptSchema), columns);
}

/** As `parseKept`, for a list of rows. */
export function parseKeptList(text: string, columns: readonly string[]): readonly Kept[] {
  return parse(text, z.array(keptSchema)).map((row) => pick(row, columns));
}

function parse<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw journalTampered();
  }
}

const pick = (row: Kept, columns: readonly string[]): Kept =>
  Object.fromEntries(
    columns.filter((column) => Object.hasOwn(row, column)).map((column) => [column, row[column] ?? null]),
  );

/** SQL expression: the row's columns as a JSON object. */
export const asJson = (columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})`;

/** SQL expression: a column of the row that is kept in `before` of the table alias `kept`. */
export const keptColumn = (column: string, kept = 'j'): string =>
  `json_extract(${kept}.before, '$.${column}')`;
