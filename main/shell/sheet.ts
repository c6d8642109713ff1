/** Prints or saves a page that holds one paper of the vault's. A named exception to the promise that main sees no value: the recovery sheet passes through. */
import { basename } from 'node:path';
import { type BrowserWindow, type WebContents, dialog } from 'electron';
import { DISCLOSED_FILES, type DisclosedFile } from '../../contract/disclosures/lists.ts';
import type { LogExportFormat } from '../../contract/log-export/lists.ts';
import { toOneLine } from '../../contract/one-line.ts';
import type { PdfKind } from '../../contract/paper.ts';
import { PRINT_PAPERS, type PrintPaper } from '../../contract/print/lists.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { replaceSharedFile } from '../files/durable-files.ts';

const WORDS = {
  'zh-CN': {
    pdf: 'PDF 文件',
    sheet: '恢复单.pdf',
    workbook: '表格',
    rejects: '没有收的行.xlsx',
    logExport: '操作记录',
    csv: 'CSV 表格',
    jsonl: '签名记录（JSON Lines）',
    'case-file': '泄露追查材料.pdf',
    print: '打印件.pdf',
    procedure: '制度文件.pdf',
    form: '表单.pdf',
    letter: '函件.pdf',
    certificate: '删除证明.pdf',
    incident: '事件材料.pdf',
    pack: '迎检材料.pdf',
    'walk-round': '巡查表.pdf',
    destruction: '纸质资料销毁记录.pdf',
    zip: '加密压缩包',
    xlsx: '表格',
    attachments: '图片、PDF、文本',
    disclosed: {
      'own-copy': '个人信息副本',
      'own-copy-archive': '个人信息副本',
      extract: '调取单',
      roster: '名册',
      'recall-note': '收回文件通知',
      'estate-transfer': '项目移交',
    },
  },
  en: {
    pdf: 'PDF file',
    sheet: 'recovery-sheet.pdf',
    workbook: 'Workbooks',
    rejects: 'rows-not-taken.xlsx',
    logExport: 'log',
    csv: 'CSV table',
    jsonl: 'Signed log (JSON Lines)',
    'case-file': 'case-file.pdf',
    print: 'print.pdf',
    procedure: 'procedure.pdf',
    form: 'form.pdf',
    letter: 'letter.pdf',
    certificate: 'deletion-certificate.pdf',
    incident: 'incident.pdf',
    pack: 'inspection-pack.pdf',
    'walk-round': 'walk-round.pdf',
    destruction: 'destruction-record.pdf',
    zip: 'Encrypted archive',
    xlsx: 'Workbook',
    attachments: 'Pictures, PDF, text',
    disclosed: {
      'own-copy': 'personal-copy',
      'own-copy-archive': 'personal-copy',
      extract: 'extract',
      roster: 'roster',
      'recall-note': 'recall-note',
      'estate-transfer': 'estate transfer',
    },
  },
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

/** The path of the workbook that the user picks, or null. `proposed`: a path that the dialog begins with. */
export async function pickWorkbook(
  window: BrowserWindow,
  language: Language,
  proposed?: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...(proposed === undefined ? {} : { defaultPath: proposed }),
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: WORDS[language].workbook, extensions: ['xlsx', 'xls', 'csv'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The path at which the rows that were not taken are to be written, or null. */
export async function pickRejects(window: BrowserWindow, language: Language): Promise<string | null> {
  const words = WORDS[language];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: words.rejects,
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    filters: [{ name: words.workbook, extensions: ['xlsx'] }],
  });
  return canceled || !filePath ? null : filePath;
}

/** The path at which an export of the log is to be written, or null. */
export async function pickLogExport(
  window: BrowserWindow,
  language: Language,
  format: LogExportFormat,
): Promise<string | null> {
  const words = WORDS[language];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${words.logExport}.${format}`,
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    filters: [{ name: words[format], extensions: [format] }],
  });
  return canceled || !filePath ? null : filePath;
}

/** The path at which a PDF of the vault's is to be written, or null. */
export async function pickPdf(
  window: BrowserWindow,
  language: Language,
  kind: PdfKind,
): Promise<string | null> {
  const words = WORDS[language];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: words[kind],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    filters: [{ name: words.pdf, extensions: ['pdf'] }],
  });
  return canceled || !filePath ? null : filePath;
}

/** The path of a folder that is to be swept, or null. */
export async function pickSweepFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'dontAddToRecent'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The path at which a file that leaves the house is to be written, or null. The proposed name says nobody's. */
export async function pickDisclosure(
  window: BrowserWindow,
  language: Language,
  file: DisclosedFile,
): Promise<string | null> {
  const words = WORDS[language];
  const extension = DISCLOSED_FILES[file];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${words.disclosed[file]}.${extension}`,
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    filters: [{ name: words[extension], extensions: [extension] }],
  });
  return canceled || !filePath ? null : filePath;
}

/** The path of a file that is to be attached, or null. The vault judges it by its content. */
export async function pickAttachment(window: BrowserWindow, language: Language): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: WORDS[language].attachments, extensions: ['png', 'jpg', 'jpeg', 'pdf', 'txt'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The path of a folder for backups, or null. */
export async function pickBackupFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
