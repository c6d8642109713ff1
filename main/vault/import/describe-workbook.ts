/** Shows a workbook to whoever maps its columns, with samples by which no value can be told. */
import { FIELDS, type FieldId } from '../../../contract/fields.ts';
import { MAX_FIRST_CELLS, MAX_FIRST_ROWS } from '../../../contract/import/lists.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { MaskPolicy, Policy } from '../../../contract/policy/lists.ts';
import type { ColumnTarget, WorkbookSheet } from '../../../contract/import/views.ts';
import { AppError } from '../app-error.ts';
import { maskValue } from '../values/mask.ts';
import { findDataRows, findHeader, HEADER_WITHIN, NO_HEADER, widthOf } from './find-table.ts';
import type { FoundLayout, Layout } from './header-layout.ts';
import { isTaken, proposeTargets, targetOfHeader } from './map-columns.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Rows looked through for a sample. */
const SAMPLE_WITHIN = 200;

/**
 * Every sheet with its header and a proposal for each column, as its layout was mapped before where it was (`layouts`, one for each sheet);
 * header row null and the first rows where none was recognised. Errors: AppError `workbook-no-columns` when no sheet is a table.
 */
export function describeWorkbook(
  policy: Policy,
  workbook: Workbook,
  layouts: readonly (FoundLayout | null)[],
): readonly WorkbookSheet[] {
  const sheets = workbook.sheets.map((sheet, index) => {
    const found = layouts[index];
    const header = found?.header ?? findHeader(sheet);
    return header === undefined
      ? withoutHeader(policy.masks, sheet)
      : describeSheet(policy, sheet, header, found?.layout ?? null);
  });
  if (
    sheets.every((sheet) => sheet.headerRow === null) &&
    !workbook.sheets.some((sheet) => namesAColumn(sheet) || isTable(sheet))
  )
    throw new AppError('workbook-no-columns', { sheets: sheets.length });
  return sheets;
}

const filledRows = (sheet: Sheet): number => sheet.rows.filter((row) => row.length > 0).length;

const withoutHeader = (masks: MaskPolicy, sheet: Sheet): WorkbookSheet => ({
  name: sheet.name,
  headerRow: null,
  dataRows: filledRows(sheet),
  otherRows: 0,
  remembered: false,
  columns: [],
  firstRows: [...sheet.rows.slice(0, HEADER_WITHIN).entries()]
    .filter(([, row]) => row.length > 0)
    .slice(0, MAX_FIRST_ROWS)
    .map(([index, row]) => ({
      row: index + 1,
      cells: row.slice(0, MAX_FIRST_CELLS).map((cell) => maskUnknown(masks, cell)),
    })),
});

/** A header that is known says what it is; anything else may be of a resident. */
function maskUnknown(masks: MaskPolicy, cell: string): string {
  const text = toOneLine(cell);
  return text === '' || targetOfHeader(text) !== null
    ? withoutNumbers(text.slice(0, 100))
    : maskSample(masks, text, null).slice(0, 200);
}

/** A header and a row below it, of two columns at the least; lines of text are none. */
const isTable = (sheet: Sheet): boolean =>
  sheet.rows.filter((row) => row.filter((cell) => cell !== '').length > 1).length > 1;

/** Somebody who knows the workbook may say which row is its header. */
const namesAColumn = (sheet: Sheet): boolean =>
  sheet.rows.slice(0, HEADER_WITHIN).some((row) => row.some((cell) => targetOfHeader(cell) !== null));

/** A sheet with the row `header` (from 0; NO_HEADER for none) as its header; mapped by `layout` where there is one, else as its headers say. */
export function describeSheet(
  { masks, switchedOn }: Policy,
  sheet: Sheet,
  header: number,
  layout: Layout | null,
): WorkbookSheet {
  if (header === NO_HEADER) return describeNameless(masks, sheet);
  const headers = sheet.rows[header] ?? [];
  const dataRows = findDataRows(sheet, header);
  const known = new Map(layout?.targets.map(({ index, target }) => [index, target]));
  const proposed =
    layout === null ? proposeTargets(headers) : headers.map((_, index) => known.get(index) ?? null);
  const targets = proposed.map((target) => (target !== null && isTaken(target, switchedOn) ? target : null));
  const isData = new Set(headers.map(targetOfHeader).filter((target) => target !== null)).size < MIN_KNOWN;
  return {
    name: sheet.name,
    headerRow: header + 1,
    dataRows: dataRows.length,
    otherRows: Math.max(0, filledRows(sheet) - dataRows.length - 1),
    remembered: layout !== null,
    firstRows: [],
    columns: headers.flatMap((text, index) =>
      text === ''
        ? []
        : [
            {
              index,
              header: toOneLine(
                isData && targetOfHeader(text) === null
                  ? maskSample(masks, text, null)
                  : withoutNumbers(text.slice(0, 100)),
              ),
              target: targets[index] ?? null,
              sample: sampleOf(masks, sheet, dataRows, index, targets[index] ?? null),
            },
          ],
    ),
  };
}

/** Each column that holds anything, of which nobody but whoever has the file can say what it is. */
function describeNameless(masks: MaskPolicy, sheet: Sheet): WorkbookSheet {
  const dataRows = findDataRows(sheet, NO_HEADER);
  const columns = Array.from({ length: widthOf(sheet) }, (_, index) => ({
    index,
    header: '',
    target: null,
    sample: sampleOf(masks, sheet, dataRows, index, null),
  }));
  return {
    name: sheet.name,
    headerRow: 0,
    dataRows: dataRows.length,
    otherRows: filledRows(sheet) - dataRows.length,
    remembered: false,
    firstRows: [],
    columns: columns.filter(({ sample }) => sample !== ''),
  };
}

/** A row with fewer known headers may be one of the residents, chosen by mistake: what it holds is not shown. */
const MIN_KNOWN = 2;
const withoutNumbers = (text: string): string => text.replaceAll(/\d{5,}/g, '***');

function sampleOf(
  masks: MaskPolicy,
  sheet: Sheet,
  dataRows: readonly number[],
  column: number,
  target: ColumnTarget | null,
): string {
  const row = dataRows.slice(0, SAMPLE_WITHIN).find((index) => (sheet.rows[index]?.[column] ?? '') !== '');
  const value = row === undefined ? '' : toOneLine(sheet.rows[row]?.[column] ?? '');
  return value === '' ? '' : maskSample(masks, value, target).slice(0, 200);
}

function maskField(masks: MaskPolicy, field: FieldId, value: string): string {
  const { mask, valid } = maskValue(masks, field, value);
  return FIELDS[field].tier === 'open' && valid ? value : mask;
}

/** A column that is no field may hold anything all the same, a phone under an unknown header, and pinyin says a name: the first character and stars. */
function maskSample(masks: MaskPolicy, value: string, target: ColumnTarget | null): string {
  if (target !== null && target in FIELDS) return maskField(masks, target as FieldId, value);
  const open = target !== null && target !== 'pinyin' && value.length <= 16 && !/\d{7}/.test(value);
  return open ? value : `${[...value][0] ?? ''}***`;
}
