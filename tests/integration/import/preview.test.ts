/** What a preview shows of a list and what becomes of it: cells by their masks, no ID number where the company keeps none, and who is not in it any more as something to look at. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { type FixtureCell, writeSheets } from '../../support/fixture-workbooks.ts';
import { LEAVE_OUT, count, makeImportDesk } from '../../support/import-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { openDesk } from '../../support/vault-harness.ts';

const [engine] = FEATURE_ENGINES;
const HEADER = ['房号', '业主', '电话', '身份证号', '租户姓名', '租户电话', '备注'];
const ROW = ['1-1-101', '张晓明', phoneOf(1), idNumberOf(1), '欧阳敏', phoneOf(2), `证件${idNumberOf(3)}`];

it('shows each cell of a row by the mask of what its column is', async () => {
  const desk = await makeImportDesk(engine!);
  const rows: FixtureCell[][] = [HEADER, ROW];
  const { view } = await desk.plan([{ name: '业主', rows }]);
  const shown = view.rows[0]!;
  expect(shown.cells.map(({ column }) => column)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(shown.cells.slice(0, 3).map(({ text }) => text)).toEqual(['1-1-101', '张**', '141****0001']);
  const everything = JSON.stringify(view);
  for (const secret of ['晓明', '阳敏', phoneOf(1), phoneOf(2), idNumberOf(1), idNumberOf(3)])
    expect(everything, secret).not.toContain(secret);
});

it('takes no ID number, wherever it stands, where the company keeps none', async () => {
  const FILE = 'c'.repeat(32) as FileId;
  const desk = await openDesk('receptionist');
  try {
    const path = join(makeTempDir(), 'owners.xlsx');
    writeSheets(path, [{ name: '业主', rows: [HEADER, ROW] }], 'xlsx');
    desk.vault.offerFile(FILE, path);
    const { sheets } = await desk.call('import.open', { fileId: FILE });
    const supervisor = await desk.proofOf('supervisor');
    const taken = async (takesIdNumbers: boolean) => {
      const { planId, rows } = await desk.call('import.preview', {
        fileId: FILE,
        sheets: proposedMapping(sheets),
        takesIdNumbers,
        supervisor,
      });
      return { planId, fields: rows.flatMap(({ values }) => values.map(({ field }) => field)) };
    };
    expect((await taken(true)).fields).toContain('idNumber');
    const { planId, fields } = await taken(false);
    expect(fields).toContain('remark');
    expect(fields).not.toContain('idNumber');
    const answers = { ...LEAVE_OUT, rest: 'other' as const };
    await desk.call('import.apply', { planId, answers, supervisor });
    const { groups } = await desk.call('people.search', { text: '1-1-101' });
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(2);
  } finally {
    await desk.dispose();
  }
});

it('keeps whoever is not in the list any more among what is to be looked at, and changes nobody', async () => {
  const desk = await makeImportDesk(engine!);
  await desk.import([
    {
      name: '业主',
      rows: [
        ['房号', '业主', '电话'],
        ['1-1-101', '张明', phoneOf(1)],
      ],
    },
  ]);
  const plan = await desk.plan([
    {
      name: '业主',
      rows: [
        ['房号', '业主', '电话'],
        ['1-1-101', '赵敏', phoneOf(3)],
      ],
    },
  ]);
  const result = await desk.apply(plan, { ...LEAVE_OUT, missing: 'look' });
  expect(result.flagged).toBe(1);
  expect(
    await count(desk.desk.store, "import_flag WHERE why = 'not-in-list' AND label = '1栋1单元101'"),
  ).toBe(1);
  expect(await count(desk.desk.store, 'occupancy WHERE until_date IS NULL')).toBe(2);
});
