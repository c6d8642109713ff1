/**
 * Rows of a sheet as the vault keeps them and as they travel to and from its threads: one deflated text for many, since a message takes a
 * hundred times as long for as many cells, and lies in memory five times as large.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ErrorCode, ErrorDetails } from '../../../contract/errors.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Messages of the reading thread, in this order: the sheets that it found, the rows of each, and that it is done; or why it failed. */
export type WorkbookMessage =
  | {
      readonly type: 'found';
      readonly fileName: string;
      readonly sheets: readonly (Pick<Sheet, 'name' | 'beyond'> & { readonly rows: number })[];
    }
  | { readonly type: 'rows'; readonly sheet: number; readonly pack: PackedRows }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };

export interface PackedRows {
  /** How many they are. */
  readonly rows: number;
  /** Cells and marks as UTF-16, deflated. */
  readonly bytes: Uint8Array;
}

export interface PackedSheet extends Pick<Sheet, 'name' | 'beyond'> {
  readonly packs: readonly PackedRows[];
}

/** A whole workbook, as `Workbook` has it, whose cells only a thread looks at. */
export interface PackedWorkbook {
  /** Without its folder. */
  readonly fileName: string;
  readonly sheets: readonly PackedSheet[];
}

export const ROWS_IN_A_PACK = 2_000;
/** UTF-16 code units after which a pack takes no more rows. */
export const CHARACTERS_IN_A_PACK = 1_000_000;

/** Control characters, which no cell holds (cleanText in cell-text.ts). */
const CELL_END = '\u001f';
const ROW_END = '\u001e';
const CELLS_END = '\u001d';
const FAST = { level: 1 } as const;
/** Of every blank row, of which a sheet may have a million. */
const NO_CELLS: readonly string[] = [];

/** The packs of a sheet, in the order of its rows. */
export function* packSheet({ rows, marks }: Sheet): Generator<PackedRows> {
  let cells: string[] = [];
  let digits: string[] = [];
  let characters = 0;
  for (const [index, row] of rows.entries()) {
    const text = row.join(CELL_END);
    cells.push(text);
    digits.push([...(marks[index] ?? [])].map((bits) => bits.toString(16)).join(''));
    characters += text.length;
    const isFull = cells.length === ROWS_IN_A_PACK || characters >= CHARACTERS_IN_A_PACK;
    if (!isFull && index < rows.length - 1) continue;
    const pack = cells.join(ROW_END) + CELLS_END + digits.join(ROW_END);
    // A copy, since a message would take along whatever else lies in the memory that a small Buffer is cut from.
    const bytes = new Uint8Array(deflateRawSync(Buffer.from(pack, 'utf16le'), FAST));
    yield { rows: cells.length, bytes };
    cells = [];
    digits = [];
    characters = 0;
  }
}

/** As `packSheet` was given its sheets. Rows with the same marks share them. */
export const unpackWorkbook = ({ fileName, sheets }: PackedWorkbook): Workbook => ({
  fileName,
  sheets: sheets.map(unpackSheet),
});

function unpackSheet({ packs, ...sheet }: PackedSheet): Sheet {
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
  for (const { bytes } of packs) {
    const [cells = '', digits = ''] = inflateRawSync(bytes).toString('utf16le').split(CELLS_END);
    for (const row of cells.split(ROW_END)) rows.push(row === '' ? NO_CELLS : row.split(CELL_END));
    for (const row of digits.split(ROW_END)) marks.push(marksOf(row));
  }
  return { ...sheet, rows, marks };
}

/** The same sheet, blank but for the packs in which `rows` lie, from 0. */
export function withPacksOf({ packs, ...sheet }: PackedSheet, rows: readonly number[]): PackedSheet {
  let first = 0;
  return {
    ...sheet,
    packs: packs.map((pack) => {
      const from = first;
      first += pack.rows;
      return rows.some((row) => row >= from && row < from + pack.rows) ? pack : blankPack(pack.rows);
    }),
  };
}

function blankPack(rows: number): PackedRows {
  const between = ROW_END.repeat(rows - 1);
  const pack = Buffer.from(between + CELLS_END + between, 'utf16le');
  return { rows, bytes: new Uint8Array(deflateRawSync(pack, FAST)) };
}

/** Rows of a workbook, blank ones too. */
export const rowsOf = ({ sheets }: PackedWorkbook): number =>
  sheets.reduce((sum, { packs }) => sum + packs.reduce((rows, pack) => rows + pack.rows, 0), 0);
