/**
 * Requests about the cells of a workbook. All are answered from the cells alone, without store and keys, so that they can run in a thread that is ended when it
 * takes too long.
 */
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { WorkbookSheet } from '../../../contract/import/views.ts';
import type { MaskPolicy, Policy } from '../../../contract/policy/lists.ts';
import { AppError } from '../app-error.ts';
import { describeSheet, describeWorkbook } from './describe-workbook.ts';
import type { DraftPack } from './draft-packs.ts';
import type { EstatesOnRecord } from './estates.ts';
import { headsOf } from './find-table.ts';
import {
  type FoundLayout,
  type HeaderHash,
  type Layout,
  hashHeaders,
  headerHashes,
} from './header-layout.ts';
import { type KeptRows, type LeftRow, keepRows } from './left-rows.ts';
import { settleEstates } from './place-sheets.ts';
import { type PlannedRows, type RowsOrder, findSheet, planRows } from './plan-rows.ts';
import { type RowPlace, type ShownCells, showCells } from './show-cells.ts';
import type { Workbook } from './workbook.ts';

/** Sheets are named by `sheet`, their header by its row, 1-based; 0 for none. */
export interface SheetDesk {
  /** Of each sheet, those of its rows that may be a header. */
  headerHashes(): readonly (readonly HeaderHash[])[];
  /** Undefined for a row that is no header. Errors: those of `findSheet`. */
  headerHash(sheet: string, headerRow: number): Uint8Array | undefined;
  /** As `describeWorkbook`. */
  describeSheets(
    policy: Policy,
    layouts: readonly (FoundLayout | null)[],
    estates: EstatesOnRecord,
  ): readonly WorkbookSheet[];
  /** As `describeSheet`, in its estate. Errors: those of `findSheet`. */
  describeSheet(
    policy: Policy,
    sheet: string,
    headerRow: number,
    layout: Layout | null,
    estates: EstatesOnRecord,
  ): WorkbookSheet;
  /** As `planRows`, whose packs `nextDrafts` gives. */
  startRows(order: RowsOrder): Omit<PlannedRows, 'packs'>;
  /** Null after the last. */
  nextDrafts(): DraftPack | null;
  /** As `keepRows`. */
  keepRows(mapping: readonly SheetMapping[], left: readonly LeftRow[]): KeptRows;
  /** As `showCells`. */
  showCells(
    masks: MaskPolicy,
    mapping: readonly SheetMapping[],
    rows: readonly RowPlace[],
  ): readonly ShownCells[];
}

/** `reach` is told of the row, 1-based, that is about to be read. */
export function createSheetDesk(workbook: Workbook, reach: (row: number) => void): SheetDesk {
  let packs: PlannedRows['packs'] | null = null;
  return {
    headerHashes: () => workbook.sheets.map(headerHashes),
    headerHash: (name, headerRow) =>
      headerRow === 0 ? undefined : hashHeaders(headsOf(findSheet(workbook, name, headerRow), headerRow - 1)),
    describeSheets: (policy, layouts, estates) => describeWorkbook(policy, workbook, layouts, estates),
    describeSheet: (policy, name, headerRow, layout, estates) => {
      const sheet = findSheet(workbook, name, headerRow);
      const described = describeSheet(policy, sheet, headerRow - 1, layout);
      return settleEstates({ ...workbook, sheets: [sheet] }, [described], estates)[0] ?? described;
    },
    startRows: (order) => {
      const { total, layouts, packs: started } = planRows(workbook, order, reach);
      packs = started;
      return { total, layouts };
    },
    nextDrafts: () => {
      if (packs === null) throw new AppError('internal', { what: 'rows' });
      return packs.next().value;
    },
    keepRows: (mapping, left) => keepRows(workbook, mapping, left),
    showCells: (masks, mapping, rows) => showCells(masks, workbook, mapping, rows),
  };
}
