/** A workbook under a password, as ECMA-376 has it (agile: AES-256, SHA-512, 100,000 rounds): WPS, Excel and LibreOffice ask for it and open it. */
import * as XLSX from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { textSheet } from './text-sheet.ts';

/** A sheet: its name, its lines, and how wide its columns are, in characters. */
export interface SheetOfText {
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** The workbook in clear, for an archive that is encrypted as a whole. */
export function encodeWorkbook(sheets: readonly SheetOfText[]): Buffer {
  const book = XLSX.utils.book_new();
  for (const { name, lines, widths } of sheets) {
    const sheet = textSheet(lines);
    sheet['!cols'] = widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** The same, opened by `password` alone. */
export function encryptWorkbook(sheets: readonly SheetOfText[], password: string): Uint8Array {
  const clear = encodeWorkbook(sheets);
  try {
    // Without a type it is agile; the other one, "standard", is AES-128 under SHA-1.
    return new Uint8Array(officeCrypto.encrypt(clear, { password }));
  } finally {
    clear.fill(0);
  }
}
