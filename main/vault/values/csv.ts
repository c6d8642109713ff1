/** A table as CSV (RFC 4180) that Excel reads as UTF-8 and takes no cell of for a formula. */

/** By this mark, before the first line, Excel knows the file for UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
/** Characters that a spreadsheet may take for the beginning of a formula, in half and full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** A line; null is an empty cell. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
