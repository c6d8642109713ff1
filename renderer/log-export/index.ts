/** The page of exports of the log. */
import type { LogExportColumn, LogExportFormat } from '../../contract/log-export/lists.ts';
import { featureWords } from '../messages/i18n.ts';
import { definePage, holdWhile } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { logExportStore } from './stores.ts';

const zhCN = {
  logExport: {
    title: '导出登记',
    lead: '每次导出操作记录都在此登记：谁导出、谁批准、给谁、做什么用。导出的文件里没有住户的姓名、电话和证件号。',
    open: '导出操作记录',
    register: '导出过的',
    none: '还没有导出过。',
    from: '从哪天（不填为最早）',
    to: '到哪天（不填为现在）',
    purpose: '用途',
    recipient: '交给谁',
    purposeFor: '{{purpose}} · 交给{{recipient}}',
    noDigits: '至少两个字，不写任何数字',
    formats: {
      jsonl: '签名记录，可在别处核对',
      csv: '表格（CSV），可用 Excel 打开',
    } satisfies Readonly<Record<LogExportFormat, string>>,
    formatHints: {
      jsonl: '对方只凭恢复单上的校验码就能核对有没有改动。',
      csv: '表格本身不带签名；登记里有它的校验值。',
    } satisfies Readonly<Record<LogExportFormat, string>>,
    formatNames: { jsonl: '签名记录', csv: '表格' } satisfies Readonly<Record<LogExportFormat, string>>,
    approvedBy: '由谁批准',
    submit: '选择保存位置并导出',
    writing: '正在导出…',
    written: '已导出 {{number}} 条：{{file}}',
    sha256: '文件校验值（SHA-256）',
    root: '核对时要用的校验码，与恢复单上的一致：',
    notWritten: '没有写成',
    entries: '第 {{first}}–{{last}} 条',
    columns: {
      at: '时间',
      who: '导出人',
      approver: '批准人',
      span: '范围',
      count: '条数',
      format: '格式',
      purpose: '用途',
      hash: '校验值',
    },
    cells: {
      seq: '编号',
      time: '时间',
      staff: '操作人',
      cosigner: '会签人',
      action: '操作',
      person: '档案编号',
      field: '字段',
      reason: '原因',
      ticket: '单号',
      outcome: '结果',
      detail: '详情',
      signed: '有签名',
      hash: '记录校验值',
    } satisfies Readonly<Record<LogExportColumn, string>>,
  },
  logActions: { 'log-export': '导出操作记录' },
  log: { areas: { exports: '导出' }, export: '导出' },
};

const messages = featureWords(zhCN, {
  logExport: {
    title: 'Log exports',
    lead: 'Every export of the log is registered here: who exported, who approved, for whom and what for. No name, phone or ID number of a resident is in the files.',
    open: 'Export the log',
    register: 'Exports so far',
    none: 'Nothing has been exported yet.',
    from: 'From (empty: the first entry)',
    to: 'To (empty: now)',
    purpose: 'Purpose',
    recipient: 'Given to',
    purposeFor: '{{purpose}} · to {{recipient}}',
    noDigits: 'At least two characters, no digits',
    formats: { jsonl: 'Signed log, checked elsewhere', csv: 'Table (CSV), opens in Excel' },
    formatHints: {
      jsonl: 'With the fingerprint on the recovery sheet alone, anybody can check that nothing was changed.',
      csv: 'The table carries no signature; the register has its hash.',
    },
    formatNames: { jsonl: 'Signed log', csv: 'Table' },
    approvedBy: 'Approved by',
    submit: 'Choose where to save, and export',
    writing: 'Exporting…',
    written: 'Exported {{number}} entries: {{file}}',
    sha256: 'Hash of the file (SHA-256)',
    root: 'Fingerprint to check it with, the one on the recovery sheet:',
    notWritten: 'Not written',
    entries: '{{first}}–{{last}}',
    columns: {
      at: 'Time',
      who: 'Exported by',
      approver: 'Approved by',
      span: 'Entries',
      count: 'Count',
      format: 'Format',
      purpose: 'Purpose',
      hash: 'Hash',
    },
    cells: {
      seq: 'Number',
      time: 'Time',
      staff: 'Who',
      cosigner: 'Co-signed by',
      action: 'Action',
      person: 'Record number',
      field: 'Field',
      reason: 'Reason',
      ticket: 'Ticket',
      outcome: 'Outcome',
      detail: 'Detail',
      signed: 'Signed',
      hash: 'Hash of the entry',
    },
  },
  logActions: { 'log-export': 'Log exported' },
  log: { areas: { exports: 'exports' }, export: 'Export' },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly logExport: typeof zhCN;
  }
}

export const logExportPage = definePage({
  name: 'log-export',
  area: 'oversight',
  place: 50,
  roles: ['supervisor', 'admin'],
  title: (t) => t('logExport.title'),
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
