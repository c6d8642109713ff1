/** The cells of a workbook, asked in the thread of the test: a thread for each of its many imports would take longer than they do. */
import type { Policy } from '../../contract/policy/lists.ts';
import type { WorkbookSheet } from '../../contract/import/views.ts';
import { estatesOfRooms } from '../../main/vault/import/estates.ts';
import { findLayout } from '../../main/vault/import/layouts.ts';
import { type PackedWorkbook, packSheet } from '../../main/vault/import/packed-rows.ts';
import { createSheetDesk } from '../../main/vault/import/sheet-desk.ts';
import type { SheetsInWorker } from '../../main/vault/import/sheets-in-worker.ts';
import type { Workbook } from '../../main/vault/import/workbook.ts';
import type { ReadableStore } from '../../main/vault/store/store.ts';

export const packWorkbook = ({ fileName, sheets }: Workbook): PackedWorkbook => ({
  fileName,
  sheets: sheets.map(({ rows, marks, ...sheet }) => ({
    ...sheet,
    packs: [...packSheet({ ...sheet, rows, marks })],
  })),
});

/** Answers cross a thread as copies; these do too. */
export function sheetsHere(workbook: Workbook): SheetsInWorker {
  const desk = createSheetDesk(workbook, () => undefined);
  const asked =
    <Given extends readonly unknown[], Answer>(answer: (...given: Given) => Answer) =>
    async (...given: Given): Promise<Answer> =>
      structuredClone(answer(...given));
  return {
    headerHashes: asked(desk.headerHashes),
    headerHash: asked(desk.headerHash),
    describeSheets: asked(desk.describeSheets),
    describeSheet: asked(desk.describeSheet),
    startRows: asked(desk.startRows),
    nextDrafts: asked(desk.nextDrafts),
    keepRows: asked(desk.keepRows),
    showCells: asked(desk.showCells),
    end: () => undefined,
  };
}

/** Each sheet as the screen sees it, mapped as the store remembers. */
export async function describeHere(
  store: ReadableStore,
  policy: Policy,
  workbook: Workbook,
): Promise<readonly WorkbookSheet[]> {
  const sheets = sheetsHere(workbook);
  const layouts = [];
  for (const hashes of await sheets.headerHashes()) layouts.push(await findLayout(store, hashes));
  return sheets.describeSheets(policy, layouts, { ofRooms: await estatesOfRooms(store), served: [] });
}
