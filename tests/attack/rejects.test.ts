/** The workbook of the rows that were not taken: whoever opens it runs nothing, and no page puts words into it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileId } from '../../contract/ids.ts';
import { previewRows } from '../support/import-file.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { type VaultHarness, openDesk } from '../support/vault-harness.ts';

const OUT = 'd'.repeat(32) as FileId;
/** What a spreadsheet program runs, or asks to, where it takes a cell for more than text. */
const FORMULAS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+cmd',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=HYPERLINK("http://x.example")',
  '\u0007=1',
];

let desk: VaultHarness;
let path: string;
beforeAll(async () => {
  desk = await openDesk('receptionist');
  path = join(makeTempDir(), 'rejects.xlsx');
  // Each row twice: the second is not taken.
  const twice = FORMULAS.flatMap((text, at) => {
    const row = [`1-1-10${at + 1}`, '张明亮', null, text];
    return [row, row];
  });
  const rows = [['房号', '业主名称', '身份证号', '=1+1'], ...twice];
  await (await previewRows(desk, rows)).apply();
});
afterAll(() => desk.dispose());

const save = async (changes: object = {}) => {
  desk.vault.offerFile(OUT, path, 'rejects');
  const supervisor = await desk.proofOf('supervisor');
  return desk.ask('import.saveRejects', { fileId: OUT, language: 'zh-CN', supervisor, ...changes });
};

it('takes no words from a page, in no language but the two', async () => {
  for (const forged of [{ words: { 'no-name': '=1+1' } }, { language: '=1+1' }])
    expect(await save(forged)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(existsSync(path)).toBe(false);
});

it('has cells of text alone, each with the reason in the words of the vault', async () => {
  expect(await save()).toEqual({ ok: true, value: { rows: FORMULAS.length } });
  const book = XLSX.read(readFileSync(path), { dense: true, cellFormula: true, cellNF: true });
  const [sheet] = Object.values(book.Sheets);
  const lines = sheet!['!data'] as unknown as readonly (readonly XLSX.CellObject[])[];
  const cells = lines.flatMap((line) => line.filter((cell) => cell !== undefined));
  expect(
    cells.filter(({ t, f, l, z }) => t !== 's' || f !== undefined || l !== undefined || z !== '@'),
  ).toEqual([]);
  const texts = cells.map(({ v }) => String(v));
  expect(texts).toEqual(expect.arrayContaining(['=1+1', "=cmd|' /C calc'!A0", '@SUM(1+1)', '未收原因']));
  expect(texts.filter((text) => /\p{Cc}/u.test(text))).toEqual([]);
  for (const line of lines.slice(1)) expect(line.at(-1)?.v).toMatch(/^\p{Script=Han}{2,}/u);
});
