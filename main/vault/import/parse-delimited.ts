/**
 * Reads `.csv` text as rows of text, so that no digit is lost to a number: the workbook library would turn a phone into a
 * number and read a first cell of `ID` as another file format altogether.
 */

import { AppError } from '../app-error.ts';
import { LAST_ROW, MAX_BEYOND, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';

const SEPARATORS = [',', '\t', ';', '|'] as const;
const QUOTE = '"';

/**
 * RFC 4180, read leniently: any line end, quoted cells with doubled quotes and line ends inside, a separator found by
 * counting (comma, tab, semicolon, bar) or declared by a first line `sep=;`. An unclosed quote ends with the text. Rows and columns are counted while
 * they are split, so that a text of line ends or of separators is refused before it has filled the memory.
 * Errors: AppError `workbook-too-large` {rows or columns, most}.
 */
export function parseDelimited(text: string): (readonly string[])[] {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const rows = splitRows(body, declared?.[1] ?? guessSeparator(body));
  if (declared !== null) rows.unshift([]); // keeps the row numbers that the spreadsheet shows
  return rows;
}

/** The separator that most of the first lines have most of; comma when none does. A sign within the cells of some lines is none. */
function guessSeparator(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/, 50)
    .filter((line) => line !== '');
  let best: string = SEPARATORS[0];
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1).sort((a, b) => a - b);
    // Of two lines the fewer, so that a title above one long row decides nothing; all of them together where most have none.
    const usual = counts[Math.floor((counts.length - 1) / 2)] ?? 0;
    const count = usual + counts.reduce((sum, one) => sum + one, 0) / 1_000_000;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}

/** Of every line without a cell: a file of line ends has as many of them as bytes. */
const BLANK_ROW: readonly string[] = [''];

function splitRows(text: string, separator: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let row: string[] = [];
  let at = 0;
  const end = (): void => {
    if (rows.length >= LAST_ROW)
      throw new AppError('workbook-too-large', { rows: rows.length + 1, most: MAX_ROWS });
    rows.push(row.length === 1 && row[0] === '' ? BLANK_ROW : row);
    row = [];
  };
  let column = 0;
  let beyond = 0;
  const put = (value: string): void => {
    // Further columns may be there, as long as they are empty.
    if (column < MAX_COLUMNS) row.push(value);
    else if (value.trim() !== '') {
      row[column] = value;
      if ((beyond += 1) > MAX_BEYOND)
        throw new AppError('workbook-too-large', { columns: column + 1, most: MAX_COLUMNS });
    }
    column += 1;
  };
  while (at < text.length) {
    const cell = text[at] === QUOTE ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    put(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) put('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    column = 0;
    end();
  }
  if (row.length > 0) end();
  return rows;
}

interface CellText {
  readonly value: string;
  /** Where the separator, line end or end of text stands. */
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): CellText {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, separator: string): CellText {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length };
    // No more of a cell is read than this; a text of quotes would make as many pieces as it has bytes.
    if (value.length <= MAX_CELL_CHARACTERS) value += text.slice(at, quote);
    if (text[quote + 1] !== QUOTE) {
      const rest = plainCell(text, quote + 1, separator); // text after a closing quote belongs to the cell
      return { value: value + rest.value, end: rest.end };
    }
    if (value.length <= MAX_CELL_CHARACTERS) value += QUOTE;
    at = quote + 2;
  }
}
