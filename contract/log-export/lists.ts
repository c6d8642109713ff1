/** Formats, columns and bounds of an export of the log. Without schemas, so that pages can read it. */

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

/** Bounds of purpose and recipient, in UTF-16 code units. */
export const MIN_EXPORT_WORDS = 2;
/** The same, upwards. */
export const MAX_EXPORT_WORDS = 60;

/** Purpose and recipient hold no digit of any script: a phone or an ID number would stay in the log for years. */
export const hasDigits = (words: string): boolean => /\p{Nd}/u.test(words.normalize('NFKC'));
