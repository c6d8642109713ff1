/** The mapping that the screen starts from: each column where the vault proposes it, those of no field left out. */
import type { SheetMapping } from '../../contract/import/requests.ts';
import type { WorkbookSheet } from '../../contract/import/views.ts';

export const proposedMapping = (sheets: readonly WorkbookSheet[]): SheetMapping[] =>
  sheets.flatMap(({ name, headerRow, place, columns }) =>
    headerRow === null
      ? []
      : [
          {
            sheet: name,
            headerRow,
            place,
            columns: columns.flatMap(({ index, target }) => (target === null ? [] : [{ index, target }])),
          },
        ],
  );
