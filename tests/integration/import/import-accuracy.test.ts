/** A workbook is taken in as a page takes it, and what is in the vault is read back without a word of the importer's. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { type VaultPress, makePress, measureWorkbook } from '../../support/import-accuracy/measure.ts';
import { describeFaults, faultsOf } from '../../support/import-accuracy/report.ts';
import { readTruthText } from '../../support/import-accuracy/truth.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const FOLDER = join(projectDir, 'tests/import-corpus/files');
const FILE = '车位业主.xlsx';

let press: VaultPress;
beforeAll(async () => {
  press = await makePress();
});
afterAll(() => press.dispose());

it.each([
  ['with rooms in a column', FILE],
  ['whose sheets have the names of buildings', '各号楼住户.xlsx'],
  ['with one ID number for many', '房产导入模板.xlsx'],
])('finds every value of a list %s where it belongs', async (_, file) => {
  const run = await measureWorkbook(press, FOLDER, file);
  expect(faultsOf([run]), describeFaults(run)).toEqual([]);
  expect(run.comparison.values.length).toBeGreaterThan(50);
});

it('sees a value that the workbook does not say', async () => {
  const folder = makeTempDir();
  await copyFile(join(FOLDER, FILE), join(folder, FILE));
  const truth = readTruthText(join(FOLDER, FILE));
  const phone = /"phone","(?<phone>\d{11})"/.exec(truth)!.groups!['phone']!;
  await writeFile(join(folder, `${FILE}.truth.json`), truth.replace(phone, `${phone.slice(0, -1)}x`));
  const run = await measureWorkbook(press, folder, FILE);
  expect(faultsOf([run])).toEqual([
    '1 values wrong in silence',
    '1 people or rooms merged, split, invented or lost in silence',
  ]);
});

it('says of a file that was not taken that it was not', async () => {
  const folder = makeTempDir();
  await writeFile(join(folder, FILE), 'no workbook');
  await writeFile(join(folder, `${FILE}.truth.json`), readTruthText(join(FOLDER, FILE)));
  const run = await measureWorkbook(press, folder, FILE);
  expect(run.told.refused).not.toBeNull();
  expect(run.comparison.values.every(({ outcome }) => outcome === 'flagged')).toBe(true);
});
