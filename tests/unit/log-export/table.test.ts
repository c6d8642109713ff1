/** The log as a table, opened again as a spreadsheet opens it. */
import * as XLSX from '@e965/xlsx';
import { expect, it } from 'vitest';
import { LOG_EXPORT_COLUMN_WORDS, LOG_EXPORT_COLUMNS } from '../../../contract/log-export/lists.ts';
import type { LogRow } from '../../../main/vault/log/audit-log.ts';
import { tableHead, tableLine } from '../../../main/vault/log-export/table.ts';
import { makeExportedLog } from '../../support/exported-log.ts';

const [row] = makeExportedLog(3).rows;
const csvOf = (rows: readonly LogRow[]): string =>
  tableHead('en') + rows.map((one) => tableLine(one, 'en', () => '主管甲')).join('');
const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const book = XLSX.read(Buffer.from(csv, 'utf8'), { type: 'buffer', raw: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, defval: '' });
};

it('opens in a spreadsheet with its Chinese and one row an entry', () => {
  const [head, first] = cellsOf(csvOf([{ ...row!, reason: '物业 "检查", 第\n二次' }]));
  expect(head).toEqual(LOG_EXPORT_COLUMNS.map((column) => LOG_EXPORT_COLUMN_WORDS[column][1]));
  expect(first?.[LOG_EXPORT_COLUMNS.indexOf('staff')]).toBe('主管甲');
  expect(first?.[LOG_EXPORT_COLUMNS.indexOf('reason')]).toBe('物业 "检查", 第\n二次');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('takes %j for no formula', (reason) => {
  const csv = csvOf([{ ...row!, reason }]);
  expect(cellsOf(csv)[1]?.[LOG_EXPORT_COLUMNS.indexOf('reason')]).toBe(`'${reason}`);
  const book = XLSX.read(Buffer.from(csv, 'utf8'), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  expect(Object.values(sheet).filter((cell: { f?: string }) => cell.f !== undefined)).toEqual([]);
});

it('ends each line with CR LF after a byte order mark', () => {
  const csv = csvOf([row!, row!]);
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv.endsWith('\r\n')).toBe(true);
});
