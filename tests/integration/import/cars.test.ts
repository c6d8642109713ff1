/** Lists of vehicles and spaces: what they say arrives, once; an undo takes back exactly it. */
import { describe, expect, it } from 'vitest';
import { planRowSchema } from '../../../contract/import/views.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { type FixtureCell, type FixtureSheet, cellsOf } from '../../support/fixture-workbooks.ts';
import { type ImportDesk, count, makeImportDesk, sheet, valuesOf } from '../../support/import-desk.ts';
import { entry } from '../../support/log-desk.ts';
import { phoneOf } from '../../support/people-drafts.ts';
import { hashTables } from '../../support/table-hashes.ts';

const OWN = ['import_run', 'log_', 'id_counter'];
const HEADER = cellsOf('车牌号 业主 手机号 品牌 类型 颜色 停车场 车位 车位性质 起租 截止');
const cars = (...rows: readonly (readonly FixtureCell[])[]): FixtureSheet => ({
  name: '车辆',
  rows: [HEADER, ...rows],
});
const PEOPLE = sheet(
  ['1-1-101', '张三', '男', phoneOf(1), null, '业主', '桂A12345'],
  ['1-1-102', '李四', '女', phoneOf(2)],
);
const CARS = cars(
  [
    '桂A12345',
    '张三',
    phoneOf(1),
    '五菱',
    '小型轿车',
    '白',
    '地下一层',
    'B1-021',
    '月租',
    '2026-01-05',
    '2199-12-31',
  ],
  ['桂A10002', '李四', phoneOf(2), '丰田', null, '黑', '地下一层', 'B1-022', '产权'],
  [null, '李四', phoneOf(2), null, null, null, '地面', 'G-7', null, '2020-01-01', '2021-01-01'],
);

const vehiclesIn = ({ desk: { store } }: ImportDesk) =>
  store.all(
    sql`SELECT p.name, v.plate, v.brand, v.kind, v.colour FROM vehicle v JOIN person p ON p.id = v.person_id ORDER BY v.id`,
  );
const spacesIn = ({ desk: { store } }: ImportDesk) =>
  store.all(sql`
  SELECT p.name, s.car_park AS park, s.code, s.kind, s.from_date AS "from", s.until_date AS until, coalesce(s.until_date <= (SELECT day FROM local_state), 0) AS ended, v.plate
  FROM space s JOIN person p ON p.id = s.person_id LEFT JOIN vehicle v ON v.id = s.vehicle_id ORDER BY s.id`);

describe.each(FEATURE_ENGINES)('a list of vehicles and spaces on $name', (engine) => {
  const withPeople = async (): Promise<ImportDesk> => {
    const desk = await makeImportDesk(engine);
    await desk.import(PEOPLE);
    return desk;
  };

  it('arrives with its details, beside what was there', async () => {
    const desk = await withPeople();
    const plan = await desk.plan(CARS);
    expect(plan.view.counts).toMatchObject({
      rows: 3,
      new: 0,
      changed: 3,
      vehicles: 2,
      spaces: 3,
      rejected: 0,
    });
    expect(plan.view.rows.map(({ vehicles, spaces }) => [vehicles, spaces])).toEqual([
      [
        [{ plateMask: '桂A***45', brand: '五菱', colour: '白', vehicleKind: '小型轿车' }],
        [
          {
            code: 'B1-021',
            carPark: '地下一层',
            spaceKind: 'leased',
            plateMask: '桂A***45',
            from: '2026-01-05',
            until: '2199-12-31',
          },
        ],
      ],
      [
        [{ plateMask: '桂A***02', brand: '丰田', colour: '黑', vehicleKind: null }],
        [
          {
            code: 'B1-022',
            carPark: '地下一层',
            spaceKind: 'owned',
            plateMask: '桂A***02',
            from: null,
            until: null,
          },
        ],
      ],
      [
        [],
        [
          {
            code: 'G-7',
            carPark: '地面',
            spaceKind: null,
            plateMask: null,
            from: '2020-01-01',
            until: '2021-01-01',
          },
        ],
      ],
    ]);
    for (const row of plan.view.rows) expect(planRowSchema.parse(row)).toEqual(row);
    await desk.apply(plan);
    expect(await vehiclesIn(desk)).toEqual([
      { name: '张三', plate: '桂A12345', brand: '五菱', kind: '小型轿车', colour: '白' },
      { name: '李四', plate: '桂A10002', brand: '丰田', kind: null, colour: '黑' },
    ]);
    expect(await spacesIn(desk)).toEqual([
      {
        name: '张三',
        park: '地下一层',
        code: 'B1-021',
        kind: 'leased',
        from: '2026-01-05',
        until: '2199-12-31',
        ended: 0,
        plate: '桂A12345',
      },
      {
        name: '李四',
        park: '地下一层',
        code: 'B1-022',
        kind: 'owned',
        from: null,
        until: null,
        ended: 0,
        plate: '桂A10002',
      },
      {
        name: '李四',
        park: '地面',
        code: 'G-7',
        kind: 'leased',
        from: '2020-01-01',
        until: '2021-01-01',
        ended: 1,
        plate: null,
      },
    ]);
  });

  it('changes nothing the second time, also where a lease is over by now', async () => {
    const desk = await withPeople();
    await desk.import(CARS);
    const before = await hashTables(desk.desk.store, OWN);
    expect(await desk.import(CARS)).toMatchObject({ created: 0, changed: 0, same: 3 });
    expect(await hashTables(desk.desk.store, OWN)).toEqual({
      ...before,
      import_range: expect.any(String),
      import_digest: expect.any(String),
    });
  });

  it('makes people with their vehicle and space from one sheet, twice the same', async () => {
    const desk = await makeImportDesk(engine);
    const all = {
      name: '业主',
      rows: [
        ['房号', '业主名称', '手机号', '车牌号', '品牌', '车位号'],
        ['1-1-101', '张三', phoneOf(1), '桂A12345', '五菱', 'B1-1、B1-2'],
        ['1-1-102', '李四', phoneOf(2)],
      ],
    };
    expect(await desk.import(all)).toMatchObject({ created: 2 });
    expect(await spacesIn(desk)).toMatchObject([
      { code: 'B1-1', kind: 'owned', plate: '桂A12345' },
      { code: 'B1-2', plate: '桂A12345' },
    ]);
    expect(await desk.import(all)).toMatchObject({ created: 0, changed: 0 });
  });

  it('takes the newer word, and erases with no blank cell', async () => {
    const desk = await withPeople();
    await desk.import(CARS);
    const until = dayOf(desk.desk.clock.now());
    expect(
      await desk.import(
        cars(
          ['桂A12345', '张三', phoneOf(1), null, null, '红', null, 'B1-021', null, null, until],
          ['桂A10002', '李四', phoneOf(2), null, null, null, null, 'B1-022'],
        ),
      ),
    ).toMatchObject({ changed: 1, same: 1 });
    expect(await vehiclesIn(desk)).toMatchObject([
      { brand: '五菱', colour: '红' },
      { brand: '丰田', colour: '黑' },
    ]);
    expect((await spacesIn(desk)).slice(0, 2)).toMatchObject([
      { park: '地下一层', kind: 'leased', from: '2026-01-05', until, ended: 1 },
      { kind: 'owned', ended: 0 },
    ]);
  });

  it('keeps a number in the place of a brand sealed, not in the open, and shows neither it nor a plate that is none', async () => {
    const desk = await withPeople();
    const plan = await desk.plan(
      cars(['桂A12345', '张三', phoneOf(1), phoneOf(77)], ['张三家的车', '李四', phoneOf(2)]),
    );
    expect(plan.view.rows.map(({ vehicles }) => vehicles)).toEqual([
      [{ plateMask: '桂A***45', brand: null, colour: null, vehicleKind: null }],
      [expect.objectContaining({ plateMask: expect.stringMatching(/^.?\*+.?$/) })],
    ]);
    for (const text of [phoneOf(77), '桂A12345', '家的'])
      expect(JSON.stringify(plan.view)).not.toContain(text);
    await desk.import(cars(['桂A12345', '张三', phoneOf(1), phoneOf(77)]));
    expect(await vehiclesIn(desk)).toMatchObject([{ brand: null }]);
    expect(await valuesOf(desk, '张三', 'remark')).toEqual([phoneOf(77)]);
  });

  it('is taken back whole: what it added goes, what it changed returns', async () => {
    const desk = await withPeople();
    const { store } = desk.desk;
    await desk.import(CARS);
    const before = await hashTables(store, OWN);
    desk.desk.clock.advance(60_000);
    const { importId } = await desk.import(
      cars(
        [
          '桂A12345',
          '张三',
          phoneOf(1),
          '比亚迪',
          '客车',
          '红',
          '地下一层',
          'B1-021',
          '产权',
          '2026-02-01',
          '2026-03-01',
        ],
        ['桂A99999', '李四', phoneOf(2), '丰田', null, null, '地下一层', 'B1-022'],
        [null, '李四', phoneOf(2), null, null, null, null, 'B1-900'],
      ),
    );
    const between = await hashTables(store, OWN);
    for (const table of ['person', 'vehicle', 'space', 'import_record'])
      expect(between[table], table).not.toBe(before[table]);
    expect((await spacesIn(desk))[1]).toMatchObject({ plate: '桂A99999' });
    expect(await desk.undo(importId)).toEqual({ removed: 0, restored: 2, rooms: 0, kept: 0, gone: 0 });
    expect(await hashTables(store, OWN)).toEqual({ ...before, import_range: expect.any(String) });
    expect(await store.integrityCheck()).toEqual([]);
    expect(await desk.import(CARS)).toMatchObject({ created: 0, changed: 0 });
  });

  it('stays with somebody edited since, and where that is not wanted goes without a vehicle that is gone', async () => {
    const desk = await withPeople();
    const { store, log } = desk.desk;
    await desk.import(CARS);
    const { importId } = await desk.import(
      cars(['桂A99999', '张三', phoneOf(1), null, null, null, null, 'B1-021']),
    );
    await log.record(store, async (tx) => {
      await tx.run(sql`DELETE FROM vehicle WHERE plate = '桂A12345'`);
      await tx.run(sql`UPDATE person SET version = version + 1 WHERE name = '张三'`);
      return { value: undefined, entries: [entry({ action: 'edit' })] };
    });
    expect(await desk.undo(importId, false)).toMatchObject({ restored: 1 });
    expect((await spacesIn(desk))[0]).toMatchObject({ code: 'B1-021', plate: null });
    expect(await count(store, `vehicle WHERE plate = '桂A99999'`)).toBe(0);
  });

  it('goes whole with the people that it came with', async () => {
    const desk = await makeImportDesk(engine);
    const empty = await hashTables(desk.desk.store, OWN);
    const { importId } = await desk.import([PEOPLE, CARS]);
    expect(await count(desk.desk.store, 'space')).toBe(3);
    expect(await desk.undo(importId)).toMatchObject({ removed: 3, kept: 0 });
    expect(await hashTables(desk.desk.store, OWN)).toEqual(empty);
  });
});
