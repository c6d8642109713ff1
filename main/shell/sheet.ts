/** Prints or saves a page that holds one paper of the vault's. A named exception to the promise that main sees no value: the recovery sheet passes through. */
import { basename } from 'node:path';
import { type BrowserWindow, type WebContents, dialog } from 'electron';
import { toOneLine } from '../../contract/one-line.ts';
import { PRINT_PAPERS, type PrintPaper } from '../../contract/print/lists.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { replaceSharedFile } from '../files/durable-files.ts';

const WORDS = {
  'zh-CN': { pdf: 'PDF 文件', sheet: '恢复单.pdf' },
  en: { pdf: 'PDF file', sheet: 'recovery-sheet.pdf' },
} as const;

const MICRONS = 1_000;

/** Resolves to false when the user cancels or no printer takes it. `size`: of pages that have their own margins. */
export function printSheet(
  paper: WebContents,
  size: PrintPaper | undefined,
): Promise<{ readonly done: boolean }> {
  const options = { printBackground: true, ...(size === undefined ? {} : wholePage(size)) };
  return new Promise((resolve) => paper.print(options, (done) => resolve({ done })));
}

function wholePage(size: PrintPaper): Electron.WebContentsPrintOptions {
  const [width, height] = PRINT_PAPERS[size];
  return {
    pageSize: { width: width * MICRONS, height: Math.round(height * MICRONS) },
    margins: { marginType: 'none' },
    // One of each: a copy has a number of its own.
    copies: 1,
  };
}

/** Resolves to the name alone, never the folder; null when the user cancels. Throws when the file cannot be written. */
export async function saveSheet(
  window: BrowserWindow,
  paper: WebContents,
  language: Language,
): Promise<{ readonly fileName: string | null }> {
  const words = WORDS[language];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: words.sheet,
    filters: [{ name: words.pdf, extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return { fileName: null };
  const pdf = await paper.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    pageSize: 'A4',
  });
  await replaceSharedFile(filePath, pdf);
  pdf.fill(0);
  return { fileName: toOneLine(basename(filePath)) };
}
