/** Guards against what spreadsheets do to numbers: gives every cell the text a person would read in it, digits whole. */
import { type CellObject, SSF } from '@e965/xlsx';
import { MAX_CELL_CHARACTERS } from './limits.ts';
import { MARKS } from './workbook.ts';

export interface CellText {
  readonly text: string;
  /** Bits of MARKS. */
  readonly marks: number;
}

const BLANK: CellText = { text: '', marks: 0 };
/** From here on a double no longer holds every digit that a spreadsheet was given: it keeps fifteen. */
const FIRST_CUT = 1e15;

/**
 * Text as it is; whole numbers with all their digits, whatever the column's width or format (no 1.41E+10), but with the
 * leading zeros and words of their format (0101, 3栋); dates as YYYY-MM-DD; errors blank.
 */
export function textOfCell(cell: CellObject | undefined, date1904: boolean): CellText {
  if (cell === undefined || cell.v === undefined || cell.v === null) return BLANK;
  switch (cell.t) {
    case 's':
      return { text: cleanText(String(cell.v)), marks: 0 };
    case 'n':
      return numberText(cell, Number(cell.v), date1904);
    case 'b':
      return { text: cell.v === true ? 'TRUE' : 'FALSE', marks: 0 };
    case 'd':
      return cell.v instanceof Date && !Number.isNaN(cell.v.getTime())
        ? { text: cell.v.toISOString().slice(0, 10), marks: MARKS.date }
        : BLANK;
    default:
      return BLANK;
  }
}

function numberText(cell: CellObject, value: number, date1904: boolean): CellText {
  if (!Number.isFinite(value)) return BLANK;
  if (typeof cell.z === 'string' && SSF.is_date(cell.z)) {
    const date = dateText(value, date1904);
    if (date !== undefined) return { text: date, marks: MARKS.number | MARKS.date };
  }
  if (!Number.isInteger(value)) return { text: String(Number(value.toPrecision(12))), marks: MARKS.number };
  // The shortest digits that name the number: they end in the zeros that the spreadsheet put, not in those of binary.
  const digits = String(value);
  return {
    text: shownText(formatted(cell.z, value), digits),
    marks: MARKS.number | (Math.abs(value) >= FIRST_CUT ? MARKS.cut : 0),
  };
}

/** As the spreadsheet shows it; undefined for the plain format, and for one that the library does not know. */
function formatted(format: CellObject['z'], value: number): string | undefined {
  if (typeof format !== 'string' || format === 'General') return undefined;
  try {
    return SSF.format(format, value) as string;
  } catch {
    return undefined;
  }
}

/** Text of a number as its format shows it, where the format adds zeros or words to the digits; the digits where it takes digits away. */
function shownText(shown: string | undefined, digits: string): string {
  if (shown === undefined) return digits;
  const text = cleanText(shown);
  const inner = text.replaceAll(/\D/g, '');
  if (inner.replace(/^0+/, '') !== digits.replace(/^0+/, '')) return digits;
  return /^\d+$/.test(text) || /\p{Script=Han}/u.test(text) ? text : digits;
}

function dateText(serial: number, date1904: boolean): string | undefined {
  const date = SSF.parse_date_code(serial, { date1904 }) as {
    readonly y: number;
    readonly m: number;
    readonly d: number;
  } | null;
  if (date === null || date.y < 1 || date.m < 1 || date.d < 1) return undefined;
  return `${String(date.y).padStart(4, '0')}-${String(date.m).padStart(2, '0')}-${String(date.d).padStart(2, '0')}`;
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]+/g;
const SPACE = /[\s\u200b\u2060\ufeff]/;

/** Trims all kinds of space, drops control characters but line ends, and unwraps the ="…" and '… by which text is kept text. */
export function cleanText(raw: string): string {
  const short = raw.length > MAX_CELL_CHARACTERS ? raw.slice(0, MAX_CELL_CHARACTERS) : raw;
  const text = short.replaceAll('\r\n', '\n').replaceAll(CONTROL, ' ');
  const trimmed = trimSpace(text);
  const wrapped = /^="([^"]*)"$/.exec(trimmed)?.[1] ?? /^'(?=[\d+])(.*)$/s.exec(trimmed)?.[1];
  return wrapped === undefined ? trimmed : trimSpace(wrapped);
}

/** Character by character: a pattern for the end of a text tries each space in it, and a cell may hold four thousand. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
