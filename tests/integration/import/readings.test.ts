/** A column of readings: kept as the edit form keeps them, found by, taken back; a reading that does not fit is flagged. */
import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import type { FixtureCell, FixtureSheet } from '../../support/fixture-workbooks.ts';
import { type ImportDesk, makeImportDesk } from '../../support/import-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { hashTables } from '../../support/table-hashes.ts';

/** Who has one's ID number and another name is asked about. */
const SAME: ImportAnswers = { rest: 'same', kinds: [], despite: [], rows: [] };
const OWN = ['import_run', 'log_', 'id_counter'];
const sheet = (...rows: readonly (readonly FixtureCell[])[]): FixtureSheet => ({
  name: '业主',
  rows: [['房号', '业主名称', '拼音', '手机号', '身份证号'], ...rows],
});
const PEOPLE = sheet(
  ['1-1-101', '单雄信', 'Shàn Xióng Xìn', phoneOf(1), idNumberOf(1)],
  ['1-1-102', '李四', null, phoneOf(2), idNumberOf(2)],
);

const readingsIn = ({ desk: { store } }: ImportDesk) =>
  store.all(sql`SELECT name, pinyin FROM person ORDER BY id`);
const isFoundBy = async ({ desk: { store } }: ImportDesk, key: string): Promise<boolean> =>
  (await store.all(sql`SELECT 1 FROM name_key WHERE key = ${key}`)).length > 0;

describe.each(FEATURE_ENGINES)('readings on $name', (engine) => {
  it('are kept without tones, found by, and the same the second time', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(PEOPLE);
    expect(await readingsIn(desk)).toEqual([
      { name: '单雄信', pinyin: 'shan xiong xin' },
      { name: '李四', pinyin: null },
    ]);
    expect([await isFoundBy(desk, 'shanxiongxin'), await isFoundBy(desk, 'danxiongxin')]).toEqual([
      true,
      false,
    ]);
    const before = await hashTables(desk.desk.store, OWN);
    expect(await desk.import(PEOPLE)).toMatchObject({ created: 0, changed: 0, same: 2 });
    expect(await hashTables(desk.desk.store, OWN)).toEqual({
      ...before,
      import_range: expect.any(String),
      import_digest: expect.any(String),
    });
  });

  it('are left out and flagged where they are not one syllable a character', async () => {
    const desk = await makeImportDesk(engine);
    expect(
      await desk.import(
        sheet(
          ['1-1-101', '单雄信', 'shan xiong', phoneOf(1)],
          ['1-1-102', '李四', '里斯', phoneOf(2)],
          ['1-1-103', '王五', '-', phoneOf(3)],
        ),
      ),
    ).toMatchObject({ created: 3, rejected: [] });
    expect(await readingsIn(desk)).toEqual([
      { name: '单雄信', pinyin: null },
      { name: '李四', pinyin: null },
      { name: '王五', pinyin: null },
    ]);
    const { view } = await desk.plan(sheet(['1-1-104', '赵六', 'zhao', phoneOf(4)]));
    expect(view.flags).toEqual([{ sheet: '业主', row: 2, column: 2, why: 'pinyin-not-valid' }]);
  });

  it("are each owner's by position where a cell names several", async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(sheet(['1-1-101', '单雄信、李四', 'shan xiong xin、li si', phoneOf(1)]));
    expect(await readingsIn(desk)).toEqual([
      { name: '单雄信', pinyin: 'shan xiong xin' },
      { name: '李四', pinyin: 'li si' },
    ]);
  });

  it('change somebody who is there, go with another name unless said anew, and an undo brings all of it back', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    await desk.import(PEOPLE);
    for (const [rows, expected] of [
      [
        sheet(
          ['1-1-101', '单雄信', 'dan xiong xin', phoneOf(1), idNumberOf(1)],
          ['1-1-102', '李四', 'li si', phoneOf(2), idNumberOf(2)],
        ),
        [
          { name: '单雄信', pinyin: 'dan xiong xin' },
          { name: '李四', pinyin: 'li si' },
        ],
      ],
      [
        sheet(['1-1-101', '单雄新', null, phoneOf(1), idNumberOf(1)]),
        [
          { name: '单雄新', pinyin: null },
          { name: '李四', pinyin: null },
        ],
      ],
      [
        sheet(['1-1-101', '单雄新', 'shan xiong xin', phoneOf(1), idNumberOf(1)]),
        [
          { name: '单雄新', pinyin: 'shan xiong xin' },
          { name: '李四', pinyin: null },
        ],
      ],
    ] as const) {
      const before = await hashTables(store, OWN);
      const { importId } = await desk.import(rows, 'xlsx', SAME);
      expect(await readingsIn(desk)).toEqual(expected);
      await desk.undo(importId);
      expect(await readingsIn(desk)).toEqual([
        { name: '单雄信', pinyin: 'shan xiong xin' },
        { name: '李四', pinyin: null },
      ]);
      expect(await hashTables(store, OWN)).toEqual({ ...before, import_range: expect.any(String) });
    }
  });

  it('are masked among the samples', async () => {
    const desk = await makeImportDesk(engine);
    const { describeHere } = await import('../../support/sheets-here.ts');
    const { USUAL_POLICY } = await import('../../../contract/policy/lists.ts');
    const workbook = {
      fileName: 'x',
      sheets: [
        {
          name: 'A',
          rows: PEOPLE.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
          marks: [],
        },
      ],
    };
    const [shown] = await describeHere(desk.desk.store, USUAL_POLICY, workbook);
    expect(shown?.columns[2]).toMatchObject({ target: 'pinyin', sample: 'S***' });
  });
});
