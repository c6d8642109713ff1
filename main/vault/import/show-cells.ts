/** The cells of rows beside what becomes of them, by which no value can be told. */
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { PlanRow } from '../../../contract/import/views.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import { maskSample } from './describe-workbook.ts';
import { type PackedWorkbook, withPacksOf } from './packed-rows.ts';
import type { Workbook } from './workbook.ts';

/** A row as the spreadsheet counts, from 1. */
export type RowPlace = Pick<PlanRow, 'sheet' | 'row'>;
export type ShownCells = PlanRow['cells'];

/** UTF-16 code units of a cell that are shown. */
const LONGEST = 200;

/** Of each of `rows`, in their order, the cells that say something, in the columns of `mapping`, masked as what these are. */
export function showCells(
  masks: MaskPolicy,
  { sheets }: Workbook,
  mapping: readonly SheetMapping[],
  rows: readonly RowPlace[],
): readonly ShownCells[] {
  const mapped = new Map(mapping.map(({ sheet, columns }) => [sheet, columns]));
  const byName = new Map(sheets.map(({ name, rows: all }) => [name, all]));
  return rows.map(({ sheet, row }) => {
    const cells = byName.get(sheet)?.[row - 1] ?? [];
    return (mapped.get(sheet) ?? []).flatMap(({ index, target }) => {
      const text = toOneLine(cells[index] ?? '');
      return text === '' ? [] : [{ column: index, text: maskSample(masks, text, target).slice(0, LONGEST) }];
    });
  });
}

/** The part of a workbook in which `rows` lie, so that no thread unpacks the rest of it for them. */
export const partWith = (workbook: PackedWorkbook, rows: readonly RowPlace[]): PackedWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    withPacksOf(
      sheet,
      rows.flatMap((one) => (one.sheet === sheet.name ? [one.row - 1] : [])),
    ),
  ),
});
