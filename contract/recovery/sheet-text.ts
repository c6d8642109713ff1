/** How the recovery sheet is written: what vault and page have to agree on to type it, line by line. Its letters are Crockford's base32. */

export const SHEET_LINES = 4;
/** Of a line, its checksum included. */
export const SHEET_LINE_CHARACTERS = 17;

/** What somebody typed, or a scanner read, of a sheet, in the sheet's own letters: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export function normaliseSheet(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** What the QR code on the sheet says: all of it, in the characters that a QR code holds most tightly. */
export const sheetQrText = (lines: readonly (readonly string[])[]): string =>
  lines.map((groups) => groups.join('')).join('-');
