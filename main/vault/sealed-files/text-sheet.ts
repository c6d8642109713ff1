/** A sheet of a workbook that holds text and nothing else. */
import type { WorkSheet } from '@e965/xlsx';
import * as XLSX from '@e965/xlsx';

/** Each cell is text, so that no number is cut and nothing is a formula. */
export const textSheet = (lines: readonly (readonly string[])[]): WorkSheet =>
  XLSX.utils.aoa_to_sheet(
    lines.map((line) => line.map((text) => (text === '' ? null : { t: 's', v: text, z: '@' }))),
    { dense: true },
  );
