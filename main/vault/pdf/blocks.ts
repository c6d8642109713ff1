/** Blocks of documents as several features write them. */
import type { Block, Column, Fact } from './document.ts';

/** A row of facts. */
export const fact = (name: string, value: string): Fact => ({ name, value });

/** What is said where there is nothing, in the place of an empty table. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A table, or `none` where it would have no row. */
export const tableOr = (
  none: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Block => (rows.length === 0 ? paragraph(none) : { kind: 'table', columns, rows });
