/** Blocks of documents as several features write them. */
import type { Block, Column, Fact, Table } from './document.ts';

/** A row of facts. */
export const fact = (name: string, value: string): Fact => ({ name, value });

/** Facts by their names, in this order; one without a value is left out. */
export const factList = (values: Readonly<Record<string, string | null>>): Block => ({
  kind: 'facts',
  rows: Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [fact(name, value)])),
});

/** A paragraph as the document's text is. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A paragraph in small letters. */
export const smallPrint = (text: string): Block => ({ kind: 'paragraph', look: 'small', text });

/** The part of the width that each column takes, by its title, in this order. */
type Widths = Readonly<Record<string, number | Omit<Column, 'title'>>>;

/** The width of a column of numbers. */
export const right = (share: number): Omit<Column, 'title'> => ({ share, align: 'right' });

const columnsOf = (widths: Widths): readonly Column[] =>
  Object.entries(widths).map(([title, width]) => ({
    title,
    ...(typeof width === 'number' ? { share: width } : width),
  }));

/** A table with a caption or without. */
export const table = ({
  columns,
  ...rest
}: Omit<Table, 'columns'> & { readonly columns: Widths }): Block => ({
  kind: 'table',
  ...rest,
  columns: columnsOf(columns),
});

/** Under a table that is cut off: how many rows it has of how many; nothing where it has all. */
export const cutNote = (shown: number, all: number): readonly Block[] =>
  all <= shown ? [] : [smallPrint(`前 ${shown} 条，共 ${all} 条。`)];

/** A table, or what is said in its place where it would have no row. */
export const tableOr = (none: string, columns: Widths, rows: Table['rows']): Block =>
  rows.length === 0 ? paragraph(none) : table({ columns, rows });
