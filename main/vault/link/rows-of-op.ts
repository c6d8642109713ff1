/** What an op adds to a table, by the names of its columns. */
import type { OpContent, Value } from '../ops/op-content.ts';
import type { TableName } from '../store/tables.ts';

export type Row = Readonly<Record<string, Value>>;

export const rowsOf = (content: OpContent, table: TableName): readonly Row[] =>
  content
    .filter((changes) => changes.table === table)
    .flatMap(({ columns, added }) =>
      added.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]))),
    );

/** Its entries of the log, in their order. */
export const entriesOf = (content: OpContent): readonly Row[] =>
  rowsOf(content, 'log_entry').toSorted((a, b) => Number(a['seq']) - Number(b['seq']));
