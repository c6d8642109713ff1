/** The thread that has the cells of a workbook: what it answers, and how it ends. */
import { expect, test } from 'vitest';
import { USUAL_POLICY } from '../../../contract/policy/lists.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { AppError } from '../../../main/vault/app-error.ts';
import { NO_ESTATES } from '../../../main/vault/import/estates.ts';
import { NOTHING_KEPT } from '../../../main/vault/import/left-rows.ts';
import { planImport } from '../../../main/vault/import/plan-import.ts';
import { parseWorkbook } from '../../../main/vault/import/read-workbook.ts';
import { type SheetsInWorker, withSheets } from '../../../main/vault/import/sheets-in-worker.ts';
import type { Workbook } from '../../../main/vault/import/workbook.ts';
import { NEVER_ABORTED } from '../../../main/vault/long-work/long-work.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { encodeSheets, familySheet, referringSheets, trapSheet } from '../../support/fixture-workbooks.ts';
import { makeImportDesk } from '../../support/import-desk.ts';
import { processorMs } from '../../support/processor-time.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';
import { describeHere, packWorkbook, sheetsHere } from '../../support/sheets-here.ts';

const [ENGINE] = FEATURE_ENGINES;
const quiet = { signal: NEVER_ABORTED };
const NO_STORE = { get: async () => undefined, all: async () => [] };
/** Longer than a thread takes to start, shorter than the hostile rows do. */
const SOON_MS = 10_000;

const spaced = (n: number): string => `张${' '.repeat(3_990)}${n}`;
/** Row 3 and those after it take seconds each. */
const slow: Workbook = {
  fileName: 'slow.csv',
  sheets: [
    {
      name: 'A',
      rows: [
        ['业主名称', '房号', '身份证号', '起租日期', '车位号'],
        ['张三', '3-2-1801'],
        ...Array.from({ length: 2_000 }, (_, n) => [
          spaced(n),
          '3-2-1801',
          `1${'.'.repeat(3_990)}${n}`,
          `1${'T'.repeat(3_990)}${n}`,
          'A1',
        ]),
      ],
      marks: [],
    },
  ],
};
const MAPPING: readonly SheetMapping[] = proposedMapping(await describeHere(NO_STORE, USUAL_POLICY, slow));
const ORDER = { mapping: MAPPING, switchedOn: [], patterns: [], now: Date.UTC(2026, 0, 1) };

async function drain(sheets: SheetsInWorker): Promise<readonly unknown[]> {
  const packs: unknown[] = [];
  for (let pack = await sheets.nextDrafts(); pack !== null; pack = await sheets.nextDrafts())
    packs.push(pack);
  return packs;
}

test('it answers what would be answered here', async () => {
  const workbook = parseWorkbook(
    encodeSheets([trapSheet(), familySheet(), ...referringSheets()], 'xlsx'),
    'x',
  );
  const mapping = proposedMapping(await describeHere(NO_STORE, USUAL_POLICY, workbook));
  const answers = async (sheets: SheetsInWorker) => {
    const hashes = await sheets.headerHashes();
    const { name } = workbook.sheets[0]!;
    return [
      hashes,
      await sheets.headerHash(name, 1),
      await sheets.describeSheets(
        USUAL_POLICY,
        hashes.map(() => null),
        NO_ESTATES,
      ),
      await sheets.describeSheet(USUAL_POLICY, name, 0, null, NO_ESTATES),
      await sheets.startRows({ ...ORDER, mapping }),
      await drain(sheets),
      await sheets.keepRows(mapping, [{ sheet: name, row: 3, notes: ['room-carried'] }]),
    ];
  };
  const aside = await withSheets(packWorkbook(workbook), quiet, answers);
  expect(aside).toEqual(await answers(sheetsHere(workbook)));
  expect(aside.every((answer) => answer !== undefined)).toBe(true);
});

test('it refuses a sheet that is not there, and one that is mapped twice', async () => {
  await withSheets(packWorkbook(slow), quiet, async (sheets) => {
    await expect(sheets.headerHash('B', 1)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(sheets.startRows({ ...ORDER, mapping: [...MAPPING, ...MAPPING] })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

test('it answers nothing once it has been ended', async () => {
  await withSheets(packWorkbook(slow), quiet, async (sheets) => {
    const asked = sheets.headerHashes();
    sheets.end();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await expect(sheets.headerHashes()).rejects.toMatchObject({ code: 'cancelled' });
  });
});

test('it ends over its time, and says at which row it was', async () => {
  const planning = withSheets(packWorkbook(slow), { ...quiet, maxMilliseconds: SOON_MS }, async (sheets) => {
    await sheets.startRows(ORDER);
    return drain(sheets);
  });
  const error = (await planning.catch((reason: unknown) => reason)) as AppError;
  expect(error).toMatchObject({ code: 'row-too-slow', details: { row: expect.any(Number) } });
  expect(error.details.row).toBeGreaterThan(1);
  expect(error.details.row).toBeLessThan(2_000);
});

test('it ends over its time where no row has been read yet, and answers nothing any more', async () => {
  await withSheets(packWorkbook(slow), { ...quiet, maxMilliseconds: 0 }, async (sheets) => {
    const [first, second] = await Promise.allSettled([sheets.headerHashes(), sheets.headerHashes()]);
    expect([first, second]).toMatchObject([
      { status: 'rejected', reason: { code: 'workbook-too-slow' } },
      { status: 'rejected', reason: { code: 'workbook-too-slow' } },
    ]);
    await expect(sheets.headerHashes()).rejects.toMatchObject({ code: 'workbook-too-slow' });
  });
});

test('a cancel ends it at once, in the midst of a row', async () => {
  const ending = new AbortController();
  let cancelledAt = 0;
  const planning = withSheets(packWorkbook(slow), { signal: ending.signal }, async (sheets) => {
    await sheets.startRows(ORDER);
    const reading = drain(sheets);
    cancelledAt = processorMs();
    ending.abort();
    return reading;
  });
  await expect(planning).rejects.toMatchObject({ code: 'cancelled' });
  expect(processorMs() - cancelledAt).toBeLessThan(1_000);
  await expect(
    withSheets(packWorkbook(slow), { signal: ending.signal }, async () => 1),
  ).rejects.toMatchObject({ code: 'cancelled' });
});

test('a plan ends over its time while it holds the rows against the store', async () => {
  const { desk, tags } = await makeImportDesk(ENGINE!);
  const rows = [['业主名称', '房号'], ...Array.from({ length: 5_000 }, (_, n) => ['张三', `3-2-${n}`])];
  const workbook: Workbook = { fileName: 'x', sheets: [{ name: 'A', rows, marks: [] }] };
  const planning = planImport({
    store: desk.store,
    workbook: packWorkbook(workbook),
    sheets: sheetsHere(workbook),
    keepRows: async () => NOTHING_KEPT,
    showCells: async () => [],
    mapping: proposedMapping(await describeHere(desk.store, USUAL_POLICY, workbook)),
    takesIds: true,
    tags,
    policy: USUAL_POLICY,
    onProgress: () => undefined,
    signal: NEVER_ABORTED,
    maxMilliseconds: 1,
  });
  await expect(planning).rejects.toMatchObject({ code: 'workbook-too-slow' });
});
