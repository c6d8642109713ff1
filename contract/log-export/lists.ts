/** Formats, columns and bounds of an export of the log. Without schemas, so that pages can read it. */
import type { Words } from '../vocabulary/wording.ts';

/** `csv` for spreadsheets; `jsonl`, signed lines of JSON that a verifier checks without the vault. */
export const LOG_EXPORT_FORMATS = ['jsonl', 'csv'] as const;
/** A format of an export. */
export type LogExportFormat = (typeof LOG_EXPORT_FORMATS)[number];

/** Columns of the table, in this order. `person`: number of the resident's record, never a name. */
export const LOG_EXPORT_COLUMNS = [
  'seq',
  'time',
  'staff',
  'cosigner',
  'action',
  'person',
  'field',
  'reason',
  'ticket',
  'outcome',
  'detail',
  'signed',
  'hash',
] as const;
/** A column of the table. */
export type LogExportColumn = (typeof LOG_EXPORT_COLUMNS)[number];
/** Heads of the columns. */
export const LOG_EXPORT_COLUMN_WORDS: Words<LogExportColumn> = {
  seq: ['编号', 'Number'],
  time: ['时间', 'Time'],
  staff: ['操作人', 'Who'],
  cosigner: ['会签人', 'Co-signed by'],
  action: ['操作', 'Action'],
  person: ['档案编号', 'Record number'],
  field: ['字段', 'Field'],
  reason: ['原因', 'Reason'],
  ticket: ['单号', 'Ticket'],
  outcome: ['结果', 'Outcome'],
  detail: ['详情', 'Detail'],
  signed: ['有签名', 'Signed'],
  hash: ['记录校验值', 'Hash of the entry'],
};

/** Bounds of purpose and recipient, in UTF-16 code units. */
export const MIN_EXPORT_WORDS = 2;
/** The same, upwards. */
export const MAX_EXPORT_WORDS = 60;

/** Purpose and recipient hold no digit of any script: a phone or an ID number would stay in the log for years. */
export const hasDigits = (words: string): boolean => /\p{Nd}/u.test(words.normalize('NFKC'));

/** Its actions, as log and papers call them. */
export const LOG_EXPORT_ACTION_WORDS = { 'log-export': ['导出操作记录', 'Log exported'] } as const;
