/** Finds the table in a sheet: the header below the titles, the rows that hold data, and where the instructions begin. */
import { MAX_HEADER_ROW } from '../../../contract/import/lists.ts';
import { isUsable, proposeTargets, targetOfHeader } from './map-columns.ts';
import type { Sheet } from './workbook.ts';

/** Rows looked through for a header. */
export const HEADER_WITHIN = MAX_HEADER_ROW;

/**
 * The row (from 0) whose cells name most known columns, among them a name or a room; undefined where there is none.
 * Of equal rows the first.
 */
export function findHeader(sheet: Sheet): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [index, row] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const targets = proposeTargets(row);
    const known = targets.filter((target) => target !== null).length;
    if (known > most && isUsable(targets)) {
      best = index;
      most = known;
    }
  }
  return best;
}

/** In the place of a header's row: no row is one, and data may stand in the first. */
export const NO_HEADER = -1;

/** Columns that any row reaches. */
export const widthOf = (sheet: Sheet): number =>
  sheet.rows.reduce((width, row) => Math.max(width, row.length), 0);

/**
 * Rows (from 0) below the header that hold data: not blank ones, not repeated headers, not notes in a single cell such as
 * 填表说明, nor anything from the first such note on if nothing but notes follows. Without a header (NO_HEADER) the titles above the data are none either.
 */
export function findDataRows(sheet: Sheet, header: number): readonly number[] {
  const found: number[] = [];
  const wide =
    header === NO_HEADER ? widthOf(sheet) : (sheet.rows[header]?.filter((cell) => cell !== '').length ?? 0);
  for (let index = header + 1; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index] ?? [];
    if (row.length > 0 && !isHeader(row, sheet.rows[header] ?? []) && !isNote(row, wide)) found.push(index);
  }
  return header === NO_HEADER
    ? dropTitles(sheet, dropTail(sheet, found, wide), wide)
    : dropTail(sheet, found, wide);
}

/** The header once more, as on every printed page. */
function isHeader(row: readonly string[], header: readonly string[]): boolean {
  let cells = 0;
  for (const [column, cell] of row.entries()) {
    if (cell === '') continue;
    if (cell !== header[column] && targetOfHeader(cell) === null) return false;
    cells += 1;
  }
  return cells > 1;
}

const NOTE_START =
  /^[（(【[]?\s*(填表|填写|填报|制表|审核|特别)?\s*(说明|须知|要求|注意|注[:：]|备注[:：]|合计|总计|小计|人[:：]|日期[:：]|note\b|total\b|instructions?\b)/i;
const LONG_NOTE = 25;

function isNote(row: readonly string[], wide: number): boolean {
  if (wide < 2) return false;
  const texts = new Set<string>();
  for (const cell of row) {
    if (cell !== '') texts.add(cell);
    if (texts.size > 3) return false;
  }
  const [first] = texts;
  if (first === undefined) return true;
  if (texts.size === 1) return first.length > LONG_NOTE || startsAsNote(first);
  return wide > 3 && startsAsNote(first);
}

/** By its beginning alone: the pattern takes the square of the length of what it is given. */
const startsAsNote = (text: string): boolean => NOTE_START.test(text.slice(0, LONG_NOTE));

/**
 * Below the data a single cell is a line of the instructions (1、手机号为 11 位), unless it is a room that stands empty.
 * A vertical merge leaves no row with one cell alone.
 */
function dropTail(sheet: Sheet, found: readonly number[], wide: number): readonly number[] {
  if (wide < 2) return found;
  let end = found.length;
  while (end > 0 && !mayBeData(sheet, found[end - 1] ?? 0)) end -= 1;
  return end === 0 ? found : found.slice(0, end);
}

/** Above the data, in the same way. */
function dropTitles(sheet: Sheet, found: readonly number[], wide: number): readonly number[] {
  const first = wide < 2 ? 0 : found.findIndex((index) => mayBeData(sheet, index));
  return found.slice(Math.max(0, first));
}

function mayBeData(sheet: Sheet, index: number): boolean {
  const texts = new Set(sheet.rows[index]?.filter((cell) => cell !== ''));
  return texts.size > 1 || [...texts].some((text) => ROOM_LIKE.test(text));
}

const ROOM_LIKE = /^\p{L}{0,6}\d[\dA-Za-z#＃\-－栋幢座号楼单元室层]{0,20}$/u;
