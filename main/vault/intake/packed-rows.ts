/** Rows of a sheet on their way from the thread that read them: one text for many, since a message takes a hundred times as long for as many cells. */
import type { ErrorCode, ErrorDetails } from '../../../contract/errors.ts';
import type { Sheet } from './workbook.ts';

/** What the thread says, in this order: what it found, the rows of each sheet, and that it is done; or why it failed. */
export type WorkbookMessage =
  | {
      readonly type: 'found';
      readonly fileName: string;
      readonly sheets: readonly { readonly name: string; readonly rows: number }[];
    }
  | { readonly type: 'rows'; readonly sheet: number; readonly rows: PackedRows }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };

export interface PackedRows {
  readonly cells: string;
  /** A hexadecimal digit of MARKS per cell. */
  readonly marks: string;
}

export const ROWS_IN_A_PACK = 2_000;

/** Control characters, which no cell holds (cleanText in cell-text.ts). */
const CELL_END = '\u001f';
const ROW_END = '\u001e';

export function packRows({ rows, marks }: Sheet, from: number): PackedRows {
  return {
    cells: rows
      .slice(from, from + ROWS_IN_A_PACK)
      .map((row) => row.join(CELL_END))
      .join(ROW_END),
    marks: Array.from(rows.slice(from, from + ROWS_IN_A_PACK), (_, index) =>
      [...(marks[from + index] ?? [])].map((bits) => bits.toString(16)).join(''),
    ).join(ROW_END),
  };
}

/** A sheet that grows by its packs in their order. Rows with the same marks share them. */
export interface GrowingSheet extends Sheet {
  add(pack: PackedRows): void;
}

export function createGrowingSheet(name: string): GrowingSheet {
  const rows: (readonly string[])[] = [];
  const marks: (Uint8Array | undefined)[] = [];
  const known = new Map<string, Uint8Array | undefined>([['', undefined]]);
  const marksOf = (digits: string): Uint8Array | undefined => {
    if (!known.has(digits))
      known.set(
        digits,
        Uint8Array.from(digits, (digit) => Number.parseInt(digit, 16)),
      );
    return known.get(digits);
  };
  return {
    name,
    rows,
    marks,
    add(pack) {
      for (const row of pack.cells.split(ROW_END)) rows.push(row === '' ? [] : row.split(CELL_END));
      for (const digits of pack.marks.split(ROW_END)) marks.push(marksOf(digits));
    },
  };
}
