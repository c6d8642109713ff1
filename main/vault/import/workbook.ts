/** A workbook as the rest of the import sees it: text as the spreadsheet shows it, with what was lost or carried on the way. */

/** Bits of `Sheet.marks`. */
export const MARKS = {
  /** The cell was a number, not text. */
  number: 1,
  /** A number beyond 15 digits, which spreadsheets cut and fill up with zeros. */
  cut: 2,
  /** The value was carried down from the first cell of a merged area. */
  merged: 4,
  /** The cell was a date; its text is YYYY-MM-DD. */
  date: 8,
  /** Struck out, as lists do with whoever left. */
  struck: 16,
} as const;

/** `row` and `column` from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface Sheet {
  readonly name: string;
  /** `rows[r][c]`: r and c count from 0, so that `r + 1` is the row number that the spreadsheet shows. Blank cells are empty. */
  readonly rows: readonly (readonly string[])[];
  /** Bits of MARKS per cell; undefined for a row without any. */
  readonly marks: readonly (Uint8Array | undefined)[];
  /** Cells with something in them, further right than columns are read; absent where there are none. */
  readonly beyond?: readonly CellPlace[];
}

export interface Workbook {
  /** Without its folder. */
  readonly fileName: string;
  /** Those that hold anything, at least one. */
  readonly sheets: readonly Sheet[];
}

/** Whether a cell carries one of MARKS. */
export function isMarked(sheet: Sheet, row: number, column: number, mark: number): boolean {
  return ((sheet.marks[row]?.[column] ?? 0) & mark) !== 0;
}
