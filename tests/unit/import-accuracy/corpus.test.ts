/** The workbooks by which an import is measured: what their truths say stands in their cells, and nobody in them can exist. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeAll, expect, it, vi } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { TRUTH_NAME, readTruth } from '../../support/import-accuracy/truth.ts';
import { words } from '../../support/words.ts';

const FOLDER = join(projectDir, 'tests/import-corpus/files');
const names = readdirSync(FOLDER);
const truths = names.flatMap((name) =>
  TRUTH_NAME.test(name) ? [readTruth(join(FOLDER, name.replace(TRUTH_NAME, '')))] : [],
);

/** What is only ever written as it is, or as the same as above. */
const AS_WRITTEN = new Set<string>(words('name phone idNumber plate email wechat remark area'));

function readBook(file: string): XLSX.WorkBook {
  const bytes = readFileSync(join(FOLDER, file));
  if (extname(file) !== '.csv') return XLSX.read(bytes, { type: 'buffer' });
  return XLSX.read(textOf(bytes), { type: 'string', raw: true });
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}

const bare = (text: unknown): string =>
  String(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

// The library prints what it thinks of each format of a number in .ods.
beforeAll(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));

it('are enough of each kind, and small', () => {
  expect(truths.length).toBeGreaterThanOrEqual(60);
  const kinds = new Set(truths.map(({ file }) => extname(file)));
  expect([...kinds].sort()).toEqual(words('.csv .et .ods .xls .xlsx'));
  const tools = new Set(truths.map(({ madeBy }) => madeBy));
  for (const tool of ['openpyxl', 'XlsxWriter', 'xlwt', 'pandas', 'odfpy', 'LibreOffice', 'Apache POI'])
    expect(tools).toContain(tool);
  const bytes = names.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
  expect(bytes).toBeLessThan(3 * 1024 * 1024);
  expect(names.length).toBe(2 * truths.length);
});

it.each(truths.map((truth) => [truth.file, truth] as const))('%s says what its truth says', (file, truth) => {
  const book = readBook(file);
  const missing = truth.values.filter(({ sheet, cell, field, accepted }) => {
    const found = book.Sheets[sheet === '' ? book.SheetNames[0]! : sheet]?.[cell] as
      | XLSX.CellObject
      | undefined;
    if (found === undefined) return true;
    if (found.v === '同上') return false;
    const text = bare(`${String(found.v)} ${found.w ?? ''}`);
    return (
      AS_WRITTEN.has(field) && accepted.length > 0 && !accepted.some((value) => text.includes(bare(value)))
    );
  });
  expect(missing).toEqual([]);
});

it('have nobody who can exist', () => {
  const values = truths.flatMap(({ values }) => values);
  const of = (field: string): readonly string[] =>
    values.flatMap((value) => (value.field === field ? value.accepted : []));
  expect(of('phone').filter((phone) => !/^14[23]\d{8}$|^0771-\d{7}$|^\d{7}$/.test(phone))).toEqual([]);
  expect(
    of('idNumber').filter((id) => !/^\d{6}189\d{8}[\dX]$|^\d{6}9\d{8}$|^EI\d{7}$|^M\d{7}\(1\)$/.test(id)),
  ).toEqual([]);
});
