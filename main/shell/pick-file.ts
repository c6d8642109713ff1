/** The dialogs in which a file or a folder is picked. What is proposed as its name says nobody's. */
import { join } from 'node:path';
import { type BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import { DISCLOSED_FILES } from '../../contract/disclosures/lists.ts';
import type { PickedFor } from '../../contract/shell/routes.ts';
import type { Language } from '../../contract/shell/settings.ts';

const WORDS = {
  'zh-CN': {
    pdf: 'PDF 文件',
    workbook: '表格',
    rejects: '未导入的行.xlsx',
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

/** The path that the user picks, or null. `from`: the folder that the dialog begins in, or a workbook that it begins with. */
export async function pickFile(
  window: BrowserWindow,
  wanted: PickedFor,
  { language, from }: { readonly language: Language; readonly from: string | undefined },
): Promise<string | null> {
  const words = WORDS[language];
  switch (wanted.use) {
    case 'workbook':
      return open(window, from, ['openFile'], {
        filters: [{ name: words.workbook, extensions: ['xlsx', 'xls', 'et', 'ods', 'csv'] }],
      });
    // The vault judges it by its content.
    case 'attachment':
      return open(window, from, ['openFile'], {
        filters: [{ name: words.attachments, extensions: ['png', 'jpg', 'jpeg', 'pdf', 'txt'] }],
      });
    case 'sweep-folder':
      return open(window, from, ['openDirectory']);
    case 'folder':
      return open(window, from, ['openDirectory', 'createDirectory']);
    case 'rejects':
      return save(window, from, words.rejects, { name: words.workbook, extension: 'xlsx' });
    case 'log-export':
      return save(window, from, `${words.logExport}.${wanted.format}`, {
        name: words[wanted.format],
        extension: wanted.format,
      });
    case 'pdf':
      return save(window, from, words[wanted.of], { name: words.pdf, extension: 'pdf' });
    case 'disclosure': {
      const extension = DISCLOSED_FILES[wanted.of];
      return save(window, from, `${words.disclosed[wanted.of]}.${extension}`, {
        name: words[extension],
        extension,
      });
    }
  }
}

async function open(
  window: BrowserWindow,
  from: string | undefined,
  properties: OpenDialogOptions['properties'] & {},
  options: OpenDialogOptions = {},
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...options,
    ...(from === undefined ? {} : { defaultPath: from }),
    properties: [...properties, 'dontAddToRecent'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function save(
  window: BrowserWindow,
  from: string | undefined,
  proposed: string,
  { name, extension }: { readonly name: string; readonly extension: string },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(from ?? '', proposed),
    filters: [{ name, extensions: [extension] }],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}
