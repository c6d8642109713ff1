/** Shows a workbook to whoever maps its columns, with samples by which no value can be told. */
import { FIELDS } from '../../../contract/fields.ts';
import type { FieldId } from '../../../contract/fields.ts';
import { toOneLine } from '../../../contract/one-line.ts';
import type { MaskPolicy, Policy } from '../../../contract/policy.ts';
import type { ColumnTarget, WorkbookSheet } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import { maskValue } from '../people/mask.ts';
import { findDataRows, findHeader } from './find-table.ts';
import { isTaken, proposeTargets } from './map-columns.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Rows looked through for a sample. */
const SAMPLE_WITHIN = 200;

/**
 * Every sheet with its header and a proposal for each column; header row 0 where none was recognised.
 * Errors: AppError `workbook-no-columns` when no sheet has a column for names or rooms.
 */
export function describeWorkbook(policy: Policy, workbook: Workbook): { readonly fileName: string; readonly sheets: WorkbookSheet[] } {
  const sheets = workbook.sheets.map((sheet) => describeSheet(policy, sheet));
  if (sheets.every((sheet) => sheet.headerRow === 0)) throw new AppError('workbook-no-columns', { sheets: sheets.length });
  return { fileName: workbook.fileName, sheets };
}

function describeSheet({ masks, switchedOn }: Policy, sheet: Sheet): WorkbookSheet {
  const header = findHeader(sheet);
  if (header === undefined) return { name: sheet.name, headerRow: 0, dataRows: sheet.rows.filter((row) => row.length > 0).length, columns: [] };
  const headers = sheet.rows[header] ?? [];
  const dataRows = findDataRows(sheet, header);
  const targets = proposeTargets(headers).map((target) => (target !== null && isTaken(target, switchedOn) ? target : null));
  return {
    name: sheet.name, headerRow: header + 1, dataRows: dataRows.length,
    columns: headers.flatMap((text, index) => (text === '' ? [] : [{
      index, header: toOneLine(text.slice(0, 100)), target: targets[index] ?? null, sample: sampleOf(masks, sheet, dataRows, index, targets[index] ?? null),
    }])),
  };
}

function sampleOf(masks: MaskPolicy, sheet: Sheet, dataRows: readonly number[], column: number, target: ColumnTarget | null): string {
  const row = dataRows.slice(0, SAMPLE_WITHIN).find((index) => (sheet.rows[index]?.[column] ?? '') !== '');
  const value = row === undefined ? '' : toOneLine(sheet.rows[row]?.[column] ?? '');
  return value === '' ? '' : maskSample(masks, value, target).slice(0, 200);
}

function maskField(masks: MaskPolicy, field: FieldId, value: string): string {
  const { mask, valid } = maskValue(masks, field, value);
  return FIELDS[field].tier === 'open' && valid ? value : mask;
}

/** A column that is no field may hold anything all the same, a phone under an unknown header: its first character and stars. */
function maskSample(masks: MaskPolicy, value: string, target: ColumnTarget | null): string {
  if (target !== null && target in FIELDS) return maskField(masks, target as FieldId, value);
  const open = target !== null && value.length <= 16 && !/\d{7}/.test(value);
  return open ? value : `${[...value][0] ?? ''}***`;
}
