/**
 * Text format of the recovery sheet, shared by vault and page: lines in Crockford's base32, each with a
 * checksum.
 */

/** Lines of a sheet. */
export const SHEET_LINES = 4;
/** Characters of a line, its checksum included. */
export const SHEET_LINE_CHARACTERS = 17;

/**
 * Typed or scanned text in the sheet's alphabet: NFKC, upper case, without spaces and dashes; O becomes 0, I
 * and L become 1 (Crockford's base32).
 */
export function normaliseSheet(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * Text of the QR code on the sheet: all lines joined by `-`, in characters of the QR alphanumeric mode.
 * `lines`: each line as its groups.
 */
export const sheetQrText = (lines: readonly (readonly string[])[]): string =>
  lines.map((groups) => groups.join('')).join('-');
