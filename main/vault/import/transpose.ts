/** Turns a sheet whose headings stand one below the other, with a household in each column, into a table with a row for each. */
import { MAX_COLUMNS } from './limits.ts';
import { isRoomTarget } from './map-columns.ts';
import { looksLikeName } from './name-shapes.ts';
import { isKeptNowhere, targetOfHeader } from './read-heading.ts';
import type { Sheet } from './workbook.ts';

/** Headings, at least and at most, and households beside them. */
const LEAST = 3;
const MOST = 40;

/** The sheet as it is where it is none of these: of which only the first column has headings, most of which are known, one of rooms and one that has names beside it among them. */
export function transpose(sheet: Sheet): Sheet {
  const first = sheet.rows.findIndex((row) => new Set(row.filter(Boolean)).size > 1);
  // Its rows would be others than those of its cells that are not read.
  if (
    sheet.beyond !== undefined ||
    first === -1 ||
    sheet.rows.length - first < LEAST ||
    sheet.rows.length - first > MOST
  )
    return sheet;
  const below = sheet.rows.slice(first);
  const heads = below.map(([head = '']) => head);
  const width = Math.max(...below.map((row) => row.length));
  if (width <= LEAST || width > MAX_COLUMNS) return sheet;
  const isHead = (text: string): boolean => targetOfHeader(text) !== null || isKeptNowhere(text);
  // Cards below one another have a room again and again, and beside a name no others.
  const names = below.find(([head = '']) => targetOfHeader(head) === 'name') ?? [];
  const rooms = heads.filter((head) => isRoomTarget(targetOfHeader(head)));
  const isHeaded = heads.filter(isHead).length * 3 >= heads.length * 2;
  const areNames = new Set(names.slice(1).filter(looksLikeName)).size * 2 > width - 1;
  if (rooms.length !== 1 || !isHeaded || !areNames) return sheet;
  const columns = Array.from({ length: width }, (_, column) => column);
  return {
    name: sheet.name,
    rows: [...sheet.rows.slice(0, first), ...columns.map((column) => below.map((row) => row[column] ?? ''))],
    marks: [
      ...Array.from({ length: first }, (_, row) => sheet.marks[row]),
      ...columns.map((column) => Uint8Array.from(below, (_, at) => sheet.marks[first + at]?.[column] ?? 0)),
    ],
  };
}
