/** Keeps the cells of rows that may not be taken, as the spreadsheet has them, so that they can be handed back to be corrected. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RejectReason } from '../../../contract/intake/lists.ts';
import type { SheetMapping } from '../../../contract/intake/requests.ts';
import type { ColumnTarget } from '../../../contract/intake/views.ts';
import type { RowNote } from '../../../contract/intake/views.ts';
import { widthOf } from './find-table.ts';
import { headersOf } from './map-columns.ts';
import type { PreparedImport } from './plan-import.ts';
import type { Pace } from '../long-work/progress.ts';
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

const PLACE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'estate',
  'building',
  'unit',
  'room',
  'roomText',
]);

export function keepRows(
  workbook: Workbook,
  mapping: readonly SheetMapping[],
  left: readonly LeftRow[],
): readonly RejectedSheet[] {
  return mapping.flatMap(({ sheet: name, headerRow, columns }): readonly RejectedSheet[] => {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) return [];
    const place = columns.filter(({ target }) => PLACE.has(target)).map(({ index }) => index);
    const own = left.filter((row) => row.sheet === name);
    const rows = new Map(
      own.map(({ row, notes }) => [
        row,
        notes.includes('room-carried') ? withPlace(sheet, row - 1, place) : (sheet.rows[row - 1] ?? []),
      ]),
    );
    return [
      {
        name,
        header: headerRow === 0 ? headersOf(columns, widthOf(sheet)) : (sheet.rows[headerRow - 1] ?? []),
        rows,
      },
    ];
  });
}

/** A member of a family stands alone among the rejected, and needs the room that stood above. */
function withPlace(sheet: Sheet, index: number, place: readonly number[]): readonly string[] {
  const own = sheet.rows[index] ?? [];
  for (let above = index - 1; above >= 0; above -= 1) {
    const row = sheet.rows[above] ?? [];
    if (!place.some((column) => (row[column] ?? '') !== '')) continue;
    return Array.from({ length: Math.max(own.length, ...place.map((column) => column + 1)) }, (_, column) =>
      place.includes(column) ? (row[column] ?? '') : (own[column] ?? ''),
    );
  }
  return own;
}

/** The cells of the mapped sheets, small, for a row that turns out not to be taken when all else of the workbook is gone. */
export interface PackedWorkbook {
  readonly fileName: string;
  readonly sheets: readonly { readonly name: string; readonly parts: readonly Buffer[] }[];
}

const ROWS_A_PART = 1_000;
const FAST = { level: 1 } as const;

export async function packWorkbook(
  { fileName, sheets }: Workbook,
  mapping: readonly SheetMapping[],
  pace: Pick<Pace, 'breathe'>,
): Promise<PackedWorkbook> {
  const packed: { readonly name: string; readonly parts: Buffer[] }[] = [];
  for (const { name, rows } of sheets.filter((sheet) =>
    mapping.some((mapped) => mapped.sheet === sheet.name),
  )) {
    const parts: Buffer[] = [];
    for (let at = 0; at < rows.length; at += ROWS_A_PART) {
      parts.push(deflateRawSync(JSON.stringify(rows.slice(at, at + ROWS_A_PART)), FAST));
      await pace.breathe();
    }
    packed.push({ name, parts });
  }
  return { fileName, sheets: packed };
}

function unpackWorkbook({ fileName, sheets }: PackedWorkbook): Workbook {
  return {
    fileName,
    sheets: sheets.map(({ name, parts }) => ({
      name,
      marks: [],
      rows: parts.flatMap((part) => JSON.parse(inflateRawSync(part).toString()) as string[][]),
    })),
  };
}

/** The cells of all rows that were not taken, also of those of which the preview did not know it. */
export function leftSheets(
  { left, packed, mapping, drafts, rejected }: PreparedImport,
  rejects: readonly Reject[],
): readonly RejectedSheet[] {
  const kept = new Map(left.map(({ name, rows }) => [name, rows]));
  if (rejects.every(({ sheet, row }) => kept.get(sheet)?.has(row) === true)) return left;
  const wanted = new Set(rejects.map(keyOf));
  return keepRows(
    unpackWorkbook(packed),
    mapping,
    [...rejected, ...drafts].filter((row) => wanted.has(keyOf(row))),
  );
}

const keyOf = ({ sheet, row }: Pick<LeftRow, 'sheet' | 'row'>): string => `${row}\n${sheet}`;
