/** Keeps the cells of rows that may not be taken, as the spreadsheet has them, so that they can be handed back to be corrected. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ROOM_ADDRESS_PARTS, type RejectReason } from '../../../contract/import/lists.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { ColumnTarget, RowNote } from '../../../contract/import/views.ts';
import { widthOf } from './find-table.ts';
import { headersOf } from './map-columns.ts';
import type { Sheet, Workbook } from './workbook.ts';

export interface RejectedSheet {
  readonly name: string;
  readonly header: readonly string[];
  /** By row, as the spreadsheet counts. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
}

export interface LeftRow {
  readonly sheet: string;
  readonly row: number;
  readonly notes: readonly RowNote[];
}

/** A row of which nothing became anything. */
export interface Reject {
  readonly sheet: string;
  readonly row: number;
  readonly reason: RejectReason;
}

/** Sheets with rows that were left, as JSON, deflated: they wait until somebody asks for them. */
export type KeptRows = Uint8Array;

type KeptSheet = readonly [name: string, header: readonly string[], rows: readonly KeptRow[]];
type KeptRow = readonly [row: number, cells: readonly string[]];

const PLACE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(ROOM_ADDRESS_PARTS);
const FAST = { level: 1 } as const;

/** Where every row was taken. */
export const NOTHING_KEPT: KeptRows = new Uint8Array(deflateRawSync('[]'));

/** Of the sheets of `mapping` those rows that are among `left`. */
export function keepRows(
  workbook: Workbook,
  mapping: readonly SheetMapping[],
  left: readonly LeftRow[],
): KeptRows {
  const bySheet = new Map(mapping.map(({ sheet }) => [sheet, new Map<number, LeftRow>()]));
  for (const one of left) bySheet.get(one.sheet)?.set(one.row, one);
  const kept = mapping.flatMap(({ sheet: name, headerRow, columns }): readonly KeptSheet[] => {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) return [];
    const header = headerRow === 0 ? headersOf(columns, widthOf(sheet)) : (sheet.rows[headerRow - 1] ?? []);
    const place = columns.filter(({ target }) => PLACE.has(target)).map(({ index }) => index);
    return [[name, header, cellsOf(sheet, place, bySheet.get(name) ?? new Map())]];
  });
  return new Uint8Array(deflateRawSync(JSON.stringify(kept), FAST));
}

/** A member of a family stands alone among the rejected, and needs the room that stood above: in the columns `place`. */
function cellsOf(
  { rows }: Sheet,
  place: readonly number[],
  left: ReadonlyMap<number, LeftRow>,
): readonly KeptRow[] {
  const kept: KeptRow[] = [];
  let above: readonly string[] | null = null;
  for (const [index, row] of rows.entries()) {
    const wanted = left.get(index + 1);
    if (wanted !== undefined)
      kept.push([
        index + 1,
        above !== null && wanted.notes.includes('room-carried') ? withPlace(row, above, place) : row,
      ]);
    if (place.some((column) => (row[column] ?? '') !== '')) above = row;
  }
  return kept;
}

const withPlace = (
  own: readonly string[],
  above: readonly string[],
  place: readonly number[],
): readonly string[] =>
  Array.from({ length: Math.max(own.length, ...place.map((column) => column + 1)) }, (_, column) =>
    place.includes(column) ? (above[column] ?? '') : (own[column] ?? ''),
  );

export const unpackKept = (kept: KeptRows): readonly RejectedSheet[] =>
  (JSON.parse(inflateRawSync(kept).toString()) as readonly KeptSheet[]).map(([name, header, rows]) => ({
    name,
    header,
    rows: new Map(rows),
  }));

/** Key that distinguishes a row from all others of the workbook. */
export const rowKey = ({ sheet, row }: Pick<LeftRow, 'sheet' | 'row'>): string => `${row}\n${sheet}`;
