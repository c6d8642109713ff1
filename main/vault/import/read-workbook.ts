/** Guards the vault from the files that people pick: opens `.xlsx`, `.xls` and `.csv` within limits, and says what is wrong with others. */
import { basename } from 'node:path';
import { Script } from 'node:vm';
import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { CellObject, ParsingOptions, Range, WorkBook as ParsedBook, WorkSheet } from '@e965/xlsx';
import { toOneLine } from '../../../contract/one-line.ts';
import { NotOursError, readPlainFile } from '../../files/plain-file.ts';
import { AppError } from '../app-error.ts';
import { cleanText, textOfCell } from './cell-text.ts';
import { decodeText } from '../tables/decode-text.ts';
import {
  LAST_ROW,
  MAX_CHARACTERS,
  MAX_BEYOND,
  MAX_COLUMNS,
  MAX_FILE_BYTES,
  MAX_ROWS,
  MAX_SHEETS,
  MAX_UNPACKED_BYTES,
  parseTimeOf,
} from './limits.ts';
import { roomsFromDays } from './days-for-rooms.ts';
import { joinTwoRows } from './join-two-rows.ts';
import { parseDelimited } from './parse-delimited.ts';
import { type Struck, struckCells, struckInRecords } from './struck-cells.ts';
import { transpose } from './transpose.ts';
import { unfoldCards } from './unfold-cards.ts';
import { unfoldPlan } from './unfold-plan.ts';
import { unzipWorkbook } from './unzip-workbook.ts';
import { type CellPlace, MARKS, type Sheet, type Workbook } from './workbook.ts';

/** `.xls` of Excel 95 and older keeps text in the code page of its country. */
XLSX.set_cptable(codePages);

const OPTIONS: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellFormula: false,
  cellHTML: false,
  bookVBA: false,
};

/**
 * Reads a workbook whole. What a file is, is told by its content and not by its name.
 * Errors, AppError without any cell's value: `workbook-unreadable`, `workbook-encrypted`, `workbook-empty`, `workbook-too-large`.
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  return parseWorkbook(readWithin(path, MAX_FILE_BYTES), basename(path));
}

/** As `openWorkbook`, from bytes. `fileName` is for people to read. */
export function parseWorkbook(
  bytes: Buffer,
  fileName: string,
  maxMilliseconds = parseTimeOf(bytes.length),
): Workbook {
  const sheets = withoutConsole(() => within(maxMilliseconds, () => readSheets(bytes))).filter(
    (sheet) => sheet.rows.length > 0,
  );
  if (sheets.length === 0) throw new AppError('workbook-empty');
  if (sheets.length > MAX_SHEETS)
    throw new AppError('workbook-too-large', { sheets: sheets.length, most: MAX_SHEETS });
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.filter((row) => row.length > 0).length, 0);
  if (rows > MAX_ROWS) throw new AppError('workbook-too-large', { rows, most: MAX_ROWS });
  return {
    fileName: toOneLine(fileName.slice(0, 260)),
    sheets: sheets
      .map(withOwnName)
      .map(roomsFromDays)
      .map(transpose)
      .map(unfoldCards)
      .map(unfoldPlan)
      .map(joinTwoRows),
  };
}

/** Names that differ by what nobody sees are made to differ by their place. */
function withOwnName(sheet: Sheet, index: number, sheets: readonly Sheet[]): Sheet {
  const isOwn = sheet.name !== '' && sheets.findIndex(({ name }) => name === sheet.name) === index;
  return isOwn ? sheet : { ...sheet, name: `${sheet.name} (${index + 1})`.trim() };
}

const RUN = new Script('run()');

/**
 * Ends `work` when its time is over, although it never lets go: a damaged `.xls` can send the library round in circles.
 * The watchdog of node:vm stops whatever runs inside it, in whichever context.
 */
function within<T>(milliseconds: number, work: () => T): T {
  let result: { readonly value: T } | undefined;
  let failure: { readonly error: unknown } | undefined;
  const run = (): void => {
    try {
      result = { value: work() };
    } catch (error) {
      failure = { error };
    }
  };
  try {
    RUN.runInNewContext({ run }, { timeout: milliseconds });
  } catch {
    throw new AppError('workbook-unreadable', { part: 'time' });
  }
  if (failure !== undefined) throw failure.error;
  if (result === undefined) throw new AppError('internal', { what: 'watchdog' });
  return result.value;
}

/** A plain file alone: a pipe would wait for ever, a device never ends. */
function readWithin(path: string, most: number): Buffer {
  try {
    const bytes = readPlainFile(path, most);
    if (bytes !== null) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    if (error instanceof NotOursError && error.why === 'size')
      throw new AppError('workbook-too-large', { bytes: most + 1, most });
    throw new AppError('workbook-unreadable', { part: 'file' }, { cause: error });
  }
  throw new AppError('workbook-unreadable', { part: 'file' });
}

/** PK\3\4, a ZIP archive: `.xlsx`. */
const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** [MS-CFB] 2.2, a compound file: `.xls`, and any workbook with a password. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function readSheets(bytes: Buffer): readonly Sheet[] {
  if (bytes.length === 0) throw new AppError('workbook-empty');
  if (startsWith(bytes, ARCHIVE)) return parseArchive(bytes);
  if (startsWith(bytes, COMPOUND_FILE))
    return withStruck(sheetsOf(quietly(() => parseCompoundFile(bytes))), struckInRecords(recordsOf(bytes)));
  return [readText(bytes)];
}

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);

/** The library's own errors quote the file; only what kind they are goes on. */
function quietly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new AppError(
      encrypted ? 'workbook-encrypted' : 'workbook-unreadable',
      encrypted ? {} : { part: 'cells' },
    );
  }
}

const SAID = ['error', 'log', 'warn', 'info'] as const;

/**
 * The library prints what it does not understand, which may be a cell. Nothing else runs meanwhile, since `work` does not
 * wait. Stands outside the watchdog, which would skip the `finally` of what it ends.
 */
function withoutConsole<T>(work: () => T): T {
  const kept = SAID.map((name) => [name, console[name]] as const);
  for (const name of SAID) console[name] = () => undefined;
  try {
    return work();
  } finally {
    for (const [name, method] of kept) console[name] = method;
  }
}

/** Not in the library's types: reads the parts of an archive that was taken apart before, under a budget. */
const { parse_zip: parseParts } = XLSX as unknown as {
  readonly parse_zip: (parts: unknown, options: ParsingOptions) => ParsedBook;
};

function parseArchive(bytes: Buffer): readonly Sheet[] {
  const parts = quietly(() => unzipWorkbook(bytes, MAX_UNPACKED_BYTES));
  if (!parts.has('[Content_Types].xml') && !isOpenDocument(parts))
    throw new AppError('workbook-unreadable', { part: 'archive' });
  const container: unknown = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of parts) XLSX.CFB.utils.cfb_add(container, name, content, { unsafe: true });
  const sheets = sheetsOf(quietly(() => parseParts(container, { ...OPTIONS, type: 'buffer' })));
  return withStruck(sheets, struckCells(parts));
}

const withStruck = (sheets: readonly Sheet[], struck: Struck): readonly Sheet[] =>
  sheets.map((sheet, index) => markStruck(sheet, struck.get(index) ?? []));

/** Blank cells are not marked. */
function markStruck(sheet: Sheet, cells: readonly CellPlace[]): Sheet {
  if (cells.length === 0) return sheet;
  const marks = [...sheet.marks];
  for (const { row, column } of cells)
    if ((sheet.rows[row]?.[column] ?? '') !== '') {
      const bits = widened(marks[row], column);
      bits[column] = (bits[column] ?? 0) | MARKS.struck;
      marks[row] = bits;
    }
  return { ...sheet, marks };
}

/** A spreadsheet of OpenDocument (ISO/IEC 26300), which says so in its first part. */
const isOpenDocument = (parts: ReadonlyMap<string, Buffer>): boolean =>
  parts.has('content.xml') && parts.get('mimetype')?.toString('latin1').trim() === OPEN_SPREADSHEET;
const OPEN_SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

/** With a password, an `.xlsx` is a compound file too, and the library says so. */
const parseCompoundFile = (bytes: Buffer): ParsedBook => XLSX.read(bytes, { ...OPTIONS, type: 'buffer' });

/** The stream with the cells, by its name in Excel 97 or before it; empty where a file has none that the library took. */
function recordsOf(bytes: Buffer): Buffer {
  const file = XLSX.CFB.read(bytes, { type: 'buffer' });
  const found = XLSX.CFB.find(file, 'Workbook') ?? XLSX.CFB.find(file, 'Book');
  return Buffer.from((found?.content as Uint8Array | undefined) ?? []);
}

function sheetsOf(book: ParsedBook): readonly Sheet[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const room = createTextRoom();
  return book.SheetNames.flatMap((name) => {
    const parsed = book.Sheets[name];
    return parsed === undefined ? [] : [quietly(() => sheetOf(name, parsed, date1904, room))];
  });
}

/** Lets go of the library's cells row by row, which are several times as large as their text. */
function sheetOf(name: string, parsed: WorkSheet, date1904: boolean, room: TextRoom): Sheet {
  const data = (parsed['!data'] ?? []) as (CellObject[] | undefined)[];
  const sheet = createSheet(name, room);
  for (const key of Object.keys(data)) {
    const r = Number(key);
    if (!Number.isInteger(r) || r >= LAST_ROW) throw new AppError('workbook-unreadable', { part: 'cells' });
    const cells = data[r];
    delete data[r];
    if (cells === undefined) continue;
    cells.forEach((cell, c) => {
      const { text, marks } = textOfCell(cell, date1904);
      if (text !== '') sheet.put(r, c, text, marks);
    });
  }
  carryMerged(sheet, (parsed['!merges'] ?? []) as readonly Range[]);
  return sheet.done();
}

/** Copies the text of a merged area to every row that it covers: a room beside several residents, an owner beside several rooms. */
function carryMerged(sheet: SheetBuilder, merges: readonly Range[]): void {
  let left = MAX_ROWS * 10;
  for (const { s, e } of merges) {
    const text = sheet.rows[s.r]?.[s.c] ?? '';
    if (text === '') continue;
    const marks = (sheet.marks[s.r]?.[s.c] ?? 0) | MARKS.merged;
    for (let r = s.r + 1; r <= Math.min(e.r, sheet.rows.length - 1); r += 1) {
      if ((left -= 1) < 0) throw new AppError('workbook-too-large', { merged: true });
      if ((sheet.rows[r]?.length ?? 0) > 0) sheet.put(r, s.c, text, marks);
    }
  }
}

interface SheetBuilder {
  readonly rows: readonly (readonly string[])[];
  readonly marks: readonly (Uint8Array | undefined)[];
  put(row: number, column: number, text: string, marks: number): void;
  done(): Sheet;
}

const NO_CELLS: readonly string[] = [];

/** Takes the text of one cell after another. Errors: AppError `workbook-too-large`. */
type TextRoom = (text: string) => void;

function createTextRoom(): TextRoom {
  let left = MAX_CHARACTERS;
  return (text) => {
    if ((left -= text.length) < 0) throw new AppError('workbook-too-large', { most: MAX_CHARACTERS });
  };
}

function createSheet(name: string, room: TextRoom): SheetBuilder {
  const rows: (readonly string[])[] = [];
  const marks: (Uint8Array | undefined)[] = [];
  const beyond: CellPlace[] = [];
  return {
    rows,
    marks,
    put(r, c, text, bits) {
      room(text);
      while (rows.length <= r) rows.push(NO_CELLS);
      if (c >= MAX_COLUMNS) {
        if (beyond.push({ row: r, column: c }) > MAX_BEYOND)
          throw new AppError('workbook-too-large', { columns: c + 1, most: MAX_COLUMNS });
        return;
      }
      let cells = rows[r] as string[];
      if (cells.length === 0) rows[r] = cells = [];
      while (cells.length < c) cells.push('');
      cells[c] = text;
      if (bits !== 0) (marks[r] = widened(marks[r], c))[c] = bits;
    },
    done: () => ({ name: toOneLine(name.slice(0, 90)), rows, marks, ...(beyond.length > 0 && { beyond }) }),
  };
}

/** Marks of a row, long enough to hold column `c`. */
function widened(bits: Uint8Array | undefined, c: number): Uint8Array {
  if (bits !== undefined && bits.length > c) return bits;
  const wider = new Uint8Array(Math.max(16, c + 1));
  if (bits !== undefined) wider.set(bits);
  return wider;
}

function readText(bytes: Buffer): Sheet {
  const text = decodeText(bytes);
  if (text === undefined) throw new AppError('workbook-unreadable', { part: 'text' });
  // A web page saved as .xls reads as text, but its rows are not lines.
  if (/^\s*<(!doctype|html|\?xml|table|meta)/i.test(text))
    throw new AppError('workbook-unreadable', { part: 'web-page' });
  const sheet = createSheet('CSV', createTextRoom());
  for (const [r, cells] of parseDelimited(text).entries()) {
    // Cells behind the columns that are read have holes between them.
    cells.forEach((cell, c) => {
      const value = cleanText(cell);
      if (value !== '') sheet.put(r, c, value, 0);
    });
  }
  return sheet.done();
}
