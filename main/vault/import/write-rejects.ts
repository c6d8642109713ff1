/** Writes the rows that were not taken as a workbook to correct and import again: in clear, and only where somebody chose. */
import * as XLSX from '@e965/xlsx';
import { REJECT_HEADERS } from '../../../contract/import/lists.ts';
import { REJECT_WORDS } from '../../../contract/import/reject-words.ts';
import type { Language } from '../../../contract/shell/settings.ts';
import { inLanguage } from '../../../contract/vocabulary/wording.ts';
import { AppError } from '../app-error.ts';
import { replaceSharedFile } from '../../files/durable-files.ts';
import { textSheet } from '../sealed-files/text-sheet.ts';
import type { RejectedSheet, Reject } from './left-rows.ts';

/** Exactly the rejected rows, sheet by sheet under their headers, with the reason in a column of its own. Each cell is text, so that no number is cut and nothing is a formula. */
export function encodeRejects(
  sheets: readonly RejectedSheet[],
  rejects: readonly Reject[],
  language: Language,
): { readonly bytes: Buffer; readonly rows: number } {
  const words = inLanguage(REJECT_WORDS, language);
  const book = XLSX.utils.book_new();
  let count = 0;
  for (const { name, header, rows } of sheets) {
    const own = new Map(
      rejects.filter((reject) => reject.sheet === name).map(({ row, reason }) => [row, reason]),
    );
    if (own.size === 0) continue;
    const column = header.length;
    const lines = [...own]
      .sort(([a], [b]) => a - b)
      .map(([row, reason]) => [...padded(rows.get(row) ?? [], column), words[reason]]);
    XLSX.utils.book_append_sheet(
      book,
      textSheet([[...padded(header, column), REJECT_HEADERS[language]], ...lines]),
      sheetName(name, book.SheetNames),
    );
    count += lines.length;
  }
  if (count === 0) throw new AppError('no-rejects');
  return {
    bytes: XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer,
    rows: count,
  };
}

const padded = (cells: readonly string[], columns: number): readonly string[] =>
  Array.from({ length: columns }, (_, column) => cells[column] ?? '');

/** Spreadsheets take 31 characters, and none of `[ ] : * ? / \`. */
function sheetName(name: string, taken: readonly string[]): string {
  const short =
    name
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 26) || 'Sheet';
  return taken.includes(short) ? `${short} (${taken.length + 1})` : short;
}

/** Readable by its owner alone, on disk before its name is taken. Errors: AppError `file-not-written`; what was there is then untouched. */
export async function writeWorkbookFile(path: string, bytes: Buffer): Promise<void> {
  try {
    await replaceSharedFile(path, bytes);
  } catch (error) {
    throw new AppError('file-not-written', {}, { cause: error });
  } finally {
    bytes.fill(0);
  }
}
