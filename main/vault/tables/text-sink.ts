/** What a reader of files hands on: cells with their table, row and column, and the lines outside of tables. */

/** Where in a file a cell stands. `table` is a sheet, or a table of a document; `row` and `column` count from 0. */
export interface Place {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Texts that the cells of a workbook share, by their place in a list. */
export interface SharedTexts {
  push(text: string): void;
  /** Nothing where the list has no such text. */
  put(index: number, place: Place): void;
}

/** Takes a file's texts in its order. Texts are trimmed; empty ones may come. */
export interface TextSink {
  /** The number of the next table. */
  nextTable(): number;
  cell(text: string, place: Place): void;
  /** A line or a paragraph, which may be a row of a table that was written as text. `row` counts from 0 within its part of the file. */
  line(text: string, row: number): void;
  shareTexts(): SharedTexts;
  /** Forgets what came: the file is read once more, in another encoding. */
  startAnew(): void;
}
