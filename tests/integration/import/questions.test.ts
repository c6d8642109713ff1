/** Where the rules cannot tell who is meant, it is asked: nothing becomes of such a row before somebody has said. */
import { describe, expect, it } from 'vitest';
import { importPlanSchema } from '../../../contract/import/views.ts';
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import type { Engine } from '../../../main/vault/store/engine/engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { cellsOf, referringSheets } from '../../support/fixture-workbooks.ts';
import { type ImportDesk, count, makeImportDesk, sheet, valuesOf } from '../../support/import-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { hashTables } from '../../support/table-hashes.ts';

const all = (rest: ImportAnswers['rest']): ImportAnswers => ({ rest, kinds: [], despite: [], rows: [] });
const KNOWN = sheet(
  ['1-1-101', '张三', '男', phoneOf(1), idNumberOf(1)],
  ['1-1-102', '李四', null, phoneOf(2)],
);

const withKnown = async (engine: Engine): Promise<ImportDesk> => {
  const desk = await makeImportDesk(engine);
  await desk.import(KNOWN);
  return desk;
};
const people = (desk: ImportDesk, name: string): Promise<number> =>
  count(desk.desk.store, `person WHERE name = '${name}'`);

describe.each(FEATURE_ENGINES)('questions on $name', (engine) => {
  it('nothing of a landlord whom the rows of others name, before or after their own', async () => {
    const desk = await makeImportDesk(engine);
    const rows = [
      cellsOf('房号 户主 居民姓名 与户主关系 电话'),
      ['1-1-101', '张明', '张红', '女儿', phoneOf(1)],
      ['1-1-101', '张明', '张明', '户主', phoneOf(2)],
      ['1-1-101', '张明', '王伟', '女婿', phoneOf(3)],
    ];
    const plan = await desk.plan({ name: '名册', rows });
    expect(plan.view.questions).toEqual([]);
    await desk.apply(plan);
    expect(await people(desk, '张明')).toBe(1);
    expect(await valuesOf(desk, '张明', 'phone')).toEqual([phoneOf(2)]);
  });

  it.each([
    ['an equal room and name with another phone', ['1-1-102', '李四', null, phoneOf(3)]],
    ['an equal phone and name with another ID number', ['2-1-101', '张三', null, phoneOf(1), idNumberOf(4)]],
    [
      'an equal room and name with another phone and ID number',
      ['1-1-101', '张三', null, phoneOf(4), idNumberOf(4)],
    ],
  ] as const)('%s', async (_, row) => {
    const desk = await withKnown(engine);
    const name = row[1];
    const { view } = await desk.plan(sheet(row));
    expect(importPlanSchema.parse({ planId: '0'.repeat(32), ...view })).toBeDefined();
    expect(view.counts).toMatchObject({ new: 0, changed: 0, ambiguous: 1, rejected: 0 });
    expect(view.questions).toMatchObject([
      { question: 0, row: 2, options: [{ personId: expect.any(Number), row: null }] },
    ]);
    expect(JSON.stringify(view)).not.toContain(name);
    expect(JSON.stringify(view)).not.toMatch(/\d{9}/);

    const before = await hashTables(desk.desk.store, ['import_', 'log_', 'id_counter']);
    expect(await desk.import(sheet(row), 'xlsx', all('leave-out'))).toMatchObject({
      created: 0,
      changed: 0,
      rejected: [{ row: 2, reason: 'left-out' }],
    });
    expect(await hashTables(desk.desk.store, ['import_', 'log_', 'id_counter'])).toEqual(before);

    expect(await desk.import(sheet(row), 'xlsx', all('same'))).toMatchObject({
      created: 0,
      changed: 1,
      rejected: [],
    });
    expect(await people(desk, name)).toBe(1);
    expect(await valuesOf(desk, name, 'phone')).toContain(row[3]);
  });

  it('makes somebody else of whom it is said', async () => {
    const desk = await withKnown(engine);
    expect(
      await desk.import(sheet(['1-1-101', '张三', null, phoneOf(4), idNumberOf(4)]), 'xlsx', all('other')),
    ).toMatchObject({ created: 1 });
    expect(await people(desk, '张三')).toBe(2);
  });

  it('takes the one of several who was chosen, and none where nobody was', async () => {
    const desk = await withKnown(engine);
    await desk.import(
      sheet(
        ['2-1-201', '李四', null, phoneOf(2), idNumberOf(2)],
        ['3-1-301', '李四', null, phoneOf(3), idNumberOf(3)],
      ),
    );
    await desk.import(sheet(['1-1-102', '李四', '女', phoneOf(3), idNumberOf(3)]));
    // In 1-1-102 there is 李四 with phone 2, and 李四 with phone 3.
    const row = sheet(['1-1-102', '李四', '男']);
    const plan = await desk.plan(row);
    expect(plan.view.questions).toMatchObject([{ options: [{ row: null }, { row: null }] }]);
    expect(await desk.apply(plan, all('same'))).toMatchObject({
      changed: 0,
      rejected: [{ reason: 'left-out' }],
    });
    const [, second] = plan.view.questions[0]!.options;
    const again = await desk.plan(row);
    expect(
      await desk.apply(again, {
        rest: 'leave-out',
        kinds: [],
        despite: [],
        rows: [{ question: 0, answer: 'same', option: 1 }],
      }),
    ).toMatchObject({ changed: 1, rejected: [] });
    expect(await desk.desk.store.get(sql`SELECT sex FROM person WHERE id = ${second!.personId}`)).toEqual({
      sex: 'male',
    });
  });

  it('asks between rows of one workbook as well, each by itself', async () => {
    const desk = await makeImportDesk(engine);
    const rows = sheet(
      ['1-1-101', '张三', null, phoneOf(1)],
      ['1-1-101', '张三', null, phoneOf(2)],
      ['1-1-101', '张三', null, phoneOf(3)],
    );
    const plan = await desk.plan(rows);
    expect(
      plan.view.questions.map(({ question, options }) => [
        question,
        options.map(({ personId, row }) => [personId, row]),
      ]),
    ).toEqual([
      [1, [[null, 2]]],
      [2, [[null, 2]]],
    ]);
    const result = await desk.apply(plan, {
      rest: 'leave-out',
      kinds: [],
      despite: [],
      rows: [
        { question: 1, answer: 'same', option: 0 },
        { question: 2, answer: 'other', option: 0 },
      ],
    });
    expect(result).toMatchObject({ created: 3, changed: 1, rejected: [] });
    expect(await people(desk, '张三')).toBe(2);
  });

  it('leaves no room behind of a row that is left out', async () => {
    const desk = await withKnown(engine);
    await desk.import(sheet(['7-1-701', '张三', null, phoneOf(1), idNumberOf(4)]));
    expect(await count(desk.desk.store, `room WHERE label LIKE '7栋%'`)).toBe(0);
  });

  it('leaves somebody out who is not there any more', async () => {
    const desk = await withKnown(engine);
    const plan = await desk.plan(sheet(['1-1-102', '李四', null, phoneOf(3)]));
    await desk.import(sheet(['1-1-102', '李四', null, phoneOf(5)]), 'xlsx', all('other'));
    await desk.desk.store.transaction((tx) =>
      tx.run(sql`DELETE FROM person WHERE id = ${plan.view.questions[0]!.options[0]!.personId}`),
    );
    expect(
      await desk.apply(plan, {
        rest: 'other',
        kinds: [],
        despite: [],
        rows: [{ question: 0, answer: 'same', option: 0 }],
      }),
    ).toMatchObject({ created: 0, rejected: [{ reason: 'left-out' }] });
  });

  it('resolves sheets that refer to one another, whichever comes first, and says which refer to nobody', async () => {
    const desk = await makeImportDesk(engine);
    const { store } = desk.desk;
    const plan = await desk.plan(referringSheets());
    expect(plan.view.rows.find(({ sheet: name, row }) => name === '房间' && row === 5)?.notes).toContain(
      'owner-not-found',
    );
    const result = await desk.apply(plan);
    expect(result.rejected.map(({ sheet: name, row, reason }) => [name, row, reason]).sort()).toEqual([
      ['业主', 4, 'no-room'],
      ['车辆', 4, 'owner-not-found'],
      ['车辆', 5, 'owner-not-found'],
      ['车辆', 6, 'owner-not-found'],
    ]);
    expect(
      await store.all(
        sql`SELECT p.name, p.sex, r.label FROM person p LEFT JOIN occupancy o ON o.person_id = p.id LEFT JOIN room r ON r.id = o.room_id ORDER BY p.name DESC`,
      ),
    ).toEqual([
      { name: '李晓红', sex: 'female', label: '3栋2单元1802' },
      { name: '张明', sex: 'male', label: '3栋2单元1801' },
    ]);
    expect(
      await store.all(
        sql`SELECT p.name, v.plate FROM vehicle v JOIN person p ON p.id = v.person_id ORDER BY v.plate`,
      ),
    ).toEqual([
      { name: '张明', plate: '桂A10001' },
      { name: '李晓红', plate: '桂A10002' },
    ]);
    expect(await count(store, `room WHERE label = '3栋2单元1803'`)).toBe(1);
    const before = await hashTables(store, ['import_', 'log_', 'id_counter']);
    expect(await desk.import(referringSheets())).toMatchObject({ created: 0, changed: 0 });
    expect(await hashTables(store, ['import_', 'log_', 'id_counter'])).toEqual(before);
  });

  it('finds the owners of a list of vehicles in the store', async () => {
    const desk = await withKnown(engine);
    const vehicles = {
      name: '车辆',
      rows: [
        ['车牌号', '业主', '手机号', '品牌'],
        ['桂A10009', '张三', phoneOf(1), '五菱'],
        ['桂A10008', '无此人', phoneOf(55), ''],
      ],
    };
    expect(await desk.import(vehicles)).toMatchObject({
      created: 0,
      changed: 1,
      rejected: [{ row: 3, reason: 'owner-not-found' }],
    });
    expect(await desk.desk.store.all(sql`SELECT plate FROM vehicle`)).toEqual([{ plate: '桂A10009' }]);
  });
});
