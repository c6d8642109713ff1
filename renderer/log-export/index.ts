/** The page of exports of the log. */
import { LOG_EXPORT_ACTION_WORDS, type LogExportFormat } from '../../contract/log-export/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { definePage, holdWhile } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { logExportStore } from './stores.ts';

export const messages = {
  logExport: {
    title: ['操作记录导出', 'Log exports'],
    lead: ['每次导出的导出人、批准人、接收人和用途。', 'Who exported the log, for whom and why.'],
    open: ['导出操作记录', 'Export the log'],
    register: ['导出记录', 'Earlier exports'],
    none: ['还没有导出。', 'No exports yet.'],
    from: ['起始日期（不填为最早）', 'From (empty: the first entry)'],
    to: ['截止日期（不填为现在）', 'To (empty: now)'],
    purpose: ['用途', 'Purpose'],
    recipient: ['接收人', 'Given to'],
    purposeFor: ['{{purpose}} · 交给{{recipient}}', '{{purpose}} · to {{recipient}}'],
    noDigits: ['至少两个字，不写任何数字', 'At least two characters, no digits'],
    formats: {
      jsonl: ['签名记录，可在别处核对', 'Signed log, checked elsewhere'],
      csv: ['表格（CSV），可用 Excel 打开', 'Table (CSV), opens in Excel'],
    } satisfies Words<LogExportFormat>,
    formatHints: {
      jsonl: ['对方凭恢复单上的校验码即可核对是否改动。', "Checked by the recovery sheet's fingerprint."],
      csv: ['表格不带签名；登记里有校验值。', 'The table is not signed; its hash is in the register.'],
    } satisfies Words<LogExportFormat>,
    formatNames: {
      jsonl: ['签名记录', 'Signed log'],
      csv: ['表格', 'Table'],
    } satisfies Words<LogExportFormat>,
    approvedBy: ['由谁批准', 'Approved by'],
    submit: ['选择保存位置并导出', 'Choose a location and export'],
    writing: ['正在导出…', 'Exporting…'],
    written: ['已导出 {{number}} 条：{{file}}', 'Exported {{number}} entries: {{file}}'],
    sha256: ['文件校验值（SHA-256）', 'File hash (SHA-256)'],
    root: ['核对用的校验码，与恢复单上的一致：', 'Fingerprint to check it, as on the recovery sheet:'],
    notWritten: ['写入失败', 'Not written'],
    entries: ['第 {{first}}–{{last}} 条', '{{first}}–{{last}}'],
    columns: {
      at: ['时间', 'Time'],
      who: ['导出人', 'Exported by'],
      approver: ['批准人', 'Approved by'],
      span: ['范围', 'Entries'],
      count: ['条数', 'Count'],
      format: ['格式', 'Format'],
      hash: ['校验值', 'Hash'],
    },
  },
  logActions: LOG_EXPORT_ACTION_WORDS,
  log: {
    areas: { exports: ['记录导出', 'exports of the log'] },
    export: ['导出', 'Export'],
  },
} satisfies WordTree;

export const logExportPage = definePage({
  name: 'log-export',
  at: { tab: 'outgoing', place: 20 },
  roles: ['supervisor', 'admin'],
  title: (t) => t('logExport.title'),
  called: ['导出日志 导出操作记录', 'export the log, export of the log'],
  messages,
  log: {
    'log-export': ({ t }, { format, first, last, recipient, sha256 }) =>
      together([
        t(`logExport.formatNames.${format}`),
        t('logExport.entries', { first, last }),
        recipient,
        sha256.slice(0, 12),
      ]),
  },
  hold: holdWhile(logExportStore, ({ busy }) => busy !== 'none'),
  escape: () => {
    const { isOpen, close } = logExportStore.getState();
    close();
    return isOpen;
  },
  left: () => logExportStore.getState().close(),
  load: () => import('./LogExportPage.tsx').then(({ LogExportPage }) => LogExportPage),
});
