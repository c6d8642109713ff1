/** What a sheet says as a whole comes in with its rows, and what it does not say is asked: nobody is merged and no building lost in silence. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import type { ImportAnswers } from '../../../contract/import/requests.ts';
import { forgetOldSaid, keepSaid, readSaid } from '../../../main/vault/import/said-before.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { writeSheets } from '../../support/fixture-workbooks.ts';
import { count, makeImportDesk, valuesOf } from '../../support/import-desk.ts';
import { STAFF } from '../../support/log-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { openDesk } from '../../support/vault-harness.ts';

const HEADER = ['房号', '户主', '联系电话', '身份证号'];
const all = (rest: ImportAnswers['rest'], despite: ImportAnswers['despite'] = []): ImportAnswers => ({
  rest,
  kinds: [],
  despite,
  rows: [],
});

describe.each(FEATURE_ENGINES)('a whole sheet on $name', (engine) => {
  it('for each building gives as many rooms as the sheets have', async () => {
    const desk = await makeImportDesk(engine);
    const sheets = ['1栋', '2栋'].map((name, at) => ({
      name,
      rows: [HEADER, ['101', '张明', phoneOf(2 * at + 1)], ['102', '李晓红', phoneOf(2 * at + 2)]],
    }));
    expect(await desk.import(sheets)).toMatchObject({ newPeople: 4, newRooms: 4, rejected: [] });
    expect(await desk.desk.store.all(sql`SELECT label FROM room ORDER BY label`)).toEqual(
      ['1栋101', '1栋102', '2栋101', '2栋102'].map((label) => ({ label })),
    );
  });

  it('is not written where one room has owners from several sheets, before somebody has said that it is so', async () => {
    const desk = await makeImportDesk(engine);
    const sheets = [
      { name: '甲', rows: [HEADER, ['101', '张明', phoneOf(1)]] },
      { name: '乙', rows: [HEADER, ['101', '王伟', phoneOf(2)]] },
    ];
    const { view } = await desk.plan(sheets);
    expect(view.stops).toEqual([{ stop: 'rooms-in-sheets', rooms: 1, sheets: ['甲', '乙'] }]);
    await expect(desk.import(sheets)).rejects.toMatchObject({ code: 'import-not-answered' });
    expect(await count(desk.desk.store, 'person')).toBe(0);
    expect(await desk.import(sheets, 'xlsx', all('leave-out', ['rooms-in-sheets']))).toMatchObject({
      newPeople: 2,
    });
  });

  it('without any room is not written before somebody has said that it is so', async () => {
    const desk = await makeImportDesk(engine);
    const sheets = [
      {
        name: '通讯录',
        rows: [
          ['姓名', '手机号'],
          ['张明', phoneOf(1)],
          ['王伟', phoneOf(2)],
        ],
      },
    ];
    await expect(desk.import(sheets)).rejects.toMatchObject({ code: 'import-not-answered' });
    expect(await desk.import(sheets, 'xlsx', all('leave-out', ['no-rooms']))).toMatchObject({
      newPeople: 2,
      newRooms: 0,
    });
  });

  it('with one ID number under two names asks, flags both cells, and merges nobody', async () => {
    const desk = await makeImportDesk(engine);
    const rows = [
      HEADER,
      ['1-1-101', '张明', phoneOf(1), idNumberOf(1)],
      ['1-1-102', '王伟', phoneOf(2), idNumberOf(1)],
    ];
    const plan = await desk.plan([{ name: '业主', rows }]);
    expect(plan.view.questions).toMatchObject([{ kind: 'id-names', row: 3, options: [{ row: 2 }] }]);
    expect(plan.view.flags.map(({ row, why }) => [row, why])).toEqual([
      [2, 'id-shared'],
      [3, 'id-shared'],
    ]);
    expect(
      await desk.apply(plan, { ...all('leave-out'), kinds: [{ kind: 'id-names', answer: 'other' }] }),
    ).toMatchObject({ newPeople: 2 });
    expect([await valuesOf(desk, '张明', 'phone'), await valuesOf(desk, '王伟', 'phone')]).toEqual([
      [phoneOf(1)],
      [phoneOf(2)],
    ]);
  });

  it('with one ID number for two people of a row sets aside the second, asks nothing and merges nobody', async () => {
    const desk = await makeImportDesk(engine);
    const heads = ['房号', '业主姓名', '身份证号', '共有人姓名', '共有人身份证号'];
    const rows = [heads, ['1-1-101', '张明', idNumberOf(1), '王伟', idNumberOf(1)]];
    const { view } = await desk.plan([{ name: '业主', rows }]);
    expect(view.questions).toEqual([]);
    expect(view.flags).toMatchObject([{ column: 4, why: 'id-shared' }]);
    expect(await desk.import([{ name: '业主', rows }])).toMatchObject({ newPeople: 2 });
  });

  it('with a sample number down its column takes everybody without it, asks nothing and flags each cell', async () => {
    const desk = await makeImportDesk(engine);
    const names = ['张明', '王伟', '李晓红', '赵敏'];
    const rows = [HEADER, ...names.map((name, at) => [`1-1-10${at}`, name, phoneOf(at + 1), idNumberOf(9)])];
    const plan = await desk.plan([{ name: '业主', rows }]);
    expect([plan.view.questions, plan.view.flags.map(({ why }) => why)]).toEqual([
      [],
      names.map(() => 'id-shared'),
    ]);
    expect(await desk.apply(plan)).toMatchObject({ newPeople: 4, newRooms: 4 });
    for (const name of names) expect(await valuesOf(desk, name, 'idNumber')).toEqual([]);
  });

  it('that comes a second time says who is not in it any more, and leaves them as they are', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import([
      { name: '业主', rows: [HEADER, ['1-1-101', '张明', phoneOf(1)], ['1-1-102', '王伟', phoneOf(2)]] },
    ]);
    const next = [
      { name: '业主', rows: [HEADER, ['1-1-101', '赵敏', phoneOf(3)], ['1-1-102', '王伟', phoneOf(2)]] },
    ];
    const plan = await desk.plan(next);
    expect(plan.view.missing).toMatchObject({
      count: 1,
      rows: [{ nameMask: '张*', roomLabel: '1栋1单元101' }],
    });
    expect(await desk.apply(plan)).toMatchObject({ newPeople: 1, changedPeople: 0, newRooms: 0 });
    expect(await count(desk.desk.store, 'occupancy WHERE until_date IS NULL')).toBe(3);
  });

  it('keeps what a row has beside its owner: tenant and lease, family, day of moving in, an empty flat', async () => {
    const desk = await makeImportDesk(engine);
    const rows = [
      ['房号', '业主', '电话', '入住日期', '家庭成员', '租户姓名', '租户电话', '租期'],
      ['1-1-101', '张明', phoneOf(1), '2015年3月1日', '李晓红、张小明', '', '', ''],
      ['1-1-102', '王伟', phoneOf(2), '', '', '赵敏', phoneOf(3), '2024.10.1-2027.9.30'],
      ['1-1-103', '空置', '', '', '', '', '', ''],
    ];
    const { importId } = await desk.import([{ name: '业主', rows }]);
    const { store } = desk.desk;
    expect(
      await store.all(sql`
        SELECT p.name, o.relation, o.from_date AS since, r.room FROM occupancy o JOIN person p ON p.id = o.person_id JOIN room r ON r.id = o.room_id ORDER BY o.id`),
    ).toEqual([
      { name: '张明', relation: 'owner', since: '2015-03-01', room: '101' },
      { name: '李晓红', relation: 'family', since: null, room: '101' },
      { name: '张小明', relation: 'family', since: null, room: '101' },
      { name: '王伟', relation: 'owner', since: null, room: '102' },
      { name: '赵敏', relation: 'tenant', since: null, room: '102' },
    ]);
    expect(await store.all(sql`SELECT from_date AS "from", until_date AS until FROM lease`)).toEqual([
      { from: '2024-10-01', until: '2027-09-30' },
    ]);
    expect(await store.get(sql`SELECT status FROM room WHERE room = '103'`)).toEqual({ status: 'vacant' });
    expect(await desk.import([{ name: '业主', rows }])).toMatchObject({
      newPeople: 0,
      changedPeople: 0,
      newRooms: 0,
    });
    await desk.undo(importId);
    expect([await count(store, 'person'), await count(store, 'lease'), await count(store, 'room')]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('flagged cells', () => {
  it('are a work list that stays until each was looked at, and goes with an undo', async () => {
    const desk = await openDesk('receptionist');
    try {
      const FILE = 'a'.repeat(32) as FileId;
      const path = join(makeTempDir(), 'owners.xlsx');
      const rows = [
        HEADER,
        ['1-1-101', '张明', '12', '450102********1234'],
        ['1-1-102', '王伟', phoneOf(2), '450102'],
      ];
      writeSheets(path, [{ name: '业主', rows }], 'xlsx');
      desk.vault.offerFile(FILE, path);
      const { sheets } = await desk.call('import.open', { fileId: FILE });
      const supervisor = await desk.proofOf('supervisor');
      const mapping = proposedMapping(sheets);
      const { planId, flags: planned } = await desk.call('import.preview', {
        fileId: FILE,
        sheets: mapping,
        takesIdNumbers: true,
        supervisor,
      });
      expect(planned.map(({ row, column, why }) => [row, column, why])).toEqual([
        [2, 2, 'phone-not-valid'],
        [2, 3, 'id-masked'],
        [3, 3, 'id-not-valid'],
      ]);
      const { importId } = await desk.call('import.apply', { planId, answers: all('leave-out'), supervisor });
      const { flags, count: open } = await desk.call('import.flags', {});
      expect([open, flags.map(({ roomLabel, why }) => [roomLabel, why])]).toEqual([
        3,
        [
          ['1栋1单元101', 'phone-not-valid'],
          ['1栋1单元101', 'id-masked'],
          ['1栋1单元102', 'id-not-valid'],
        ],
      ]);
      const { n } = flags[0]!;
      expect(await desk.call('import.settleFlag', { importId, n })).toMatchObject({ count: 2 });
      expect(await desk.codeOf('import.settleFlag', { importId, n })).toBe('not-found');
      await desk.call('import.undo', { importId, keepEdited: false, supervisor });
      expect(await desk.call('import.flags', {})).toEqual({ flags: [], count: 0 });
    } finally {
      await desk.dispose();
    }
  });
});

describe.each(FEATURE_ENGINES)('the estate of a list on $name', (engine) => {
  const rowsOf = (from: number) => [
    ['1-1-101', '张明', phoneOf(from)],
    ['1-1-102', '李晓红', phoneOf(from + 1)],
  ];
  const list = (title: string | null, from = 1) => [
    { name: 'Sheet1', rows: [...(title === null ? [] : [[title]]), HEADER, ...rowsOf(from)] },
  ];
  const TITLED = '测试雅苑业主名册';
  const labels = async ({ desk }: Awaited<ReturnType<typeof makeImportDesk>>) =>
    (await desk.store.all<{ label: string }>(sql`SELECT label FROM room ORDER BY label`)).map(
      ({ label }) => label,
    );

  it('that its title names stays the one of the next list, which names none, and goes with an undo', async () => {
    const desk = await makeImportDesk(engine);
    const { importId } = await desk.import(list(TITLED));
    expect(await labels(desk)).toEqual(['测试雅苑1栋1单元101', '测试雅苑1栋1单元102']);
    const again = await desk.import(list(null));
    expect(again).toMatchObject({ newPeople: 0, newRooms: 0, same: 2 });
    expect(await desk.import(list(TITLED))).toMatchObject({ newPeople: 0, newRooms: 0 });
    await desk.undo(again.importId);
    await desk.undo(importId);
    expect(await labels(desk)).toEqual([]);
  });

  it('that its title names is none where the rooms on record have none', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(list(null));
    expect(await desk.import(list(TITLED))).toMatchObject({ newPeople: 0, newRooms: 0, same: 2 });
    expect(await labels(desk)).toEqual(['1栋1单元101', '1栋1单元102']);
  });

  it('is not guessed where two have the same rooms, nor taken for another without an answer', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(list(TITLED));
    const other = list('测试府业主名册', 7);
    const stop = { stop: 'rooms-elsewhere', rooms: 2, sheets: ['Sheet1'] };
    expect((await desk.plan(other)).view.stops).toEqual([stop]);
    await expect(desk.import(other)).rejects.toMatchObject({ code: 'import-not-answered' });
    const despite = all('leave-out', ['rooms-elsewhere']);
    expect(await desk.import(other, 'xlsx', despite)).toMatchObject({ newPeople: 2, newRooms: 2 });
    for (const one of [list(TITLED), other])
      expect(await desk.import(one)).toMatchObject({ newPeople: 0, newRooms: 0, same: 2 });
    expect((await desk.plan(list(null))).view.stops).toEqual([stop]);
    expect(await labels(desk)).toHaveLength(4);
  });
});

describe('the estate of a list', () => {
  it('is shown as that of the rooms on record, asked where there are two, and left out by whoever types a room', async () => {
    const desk = await openDesk('supervisor');
    const FILE = 'e'.repeat(32) as FileId;
    const open = async (rows: readonly (readonly string[])[]) => {
      const path = join(makeTempDir(), 'owners.xlsx');
      writeSheets(
        path,
        ['甲', '乙'].map((name, at) => ({
          name,
          rows:
            at === 0
              ? [...rows, HEADER, ['1-1-101', '张明', phoneOf(1)]]
              : [HEADER, ['2-1-101', '王伟', phoneOf(2)]],
        })),
        'xlsx',
      );
      desk.vault.offerFile(FILE, path);
      return (await desk.call('import.open', { fileId: FILE })).sheets;
    };
    const said = (sheets: Awaited<ReturnType<typeof open>>) =>
      sheets.map(({ place, placeFrom, asks, estates }) => [place.estate, placeFrom, asks, estates]);
    try {
      const sheets = await open([['测试雅苑业主名册']]);
      expect(said(sheets)).toEqual([
        ['测试雅苑', 'title', [], []],
        ['测试雅苑', 'workbook', [], []],
      ]);
      const supervisor = await desk.proofOf('supervisor');
      const asked = { fileId: FILE, sheets: proposedMapping(sheets), takesIdNumbers: true, supervisor };
      const { planId } = await desk.call('import.preview', asked);
      await desk.call('import.apply', { planId, answers: all('leave-out'), supervisor });
      expect(said(await open([]))).toEqual([
        ['测试雅苑', 'records', [], []],
        ['测试雅苑', 'records', [], []],
      ]);
      expect((await desk.call('rooms.add', { text: '1-1-101' })).people).toHaveLength(1);
      expect((await desk.call('rooms.add', { text: '3-1-101' })).label).toBe('测试雅苑3栋1单元101');
      await desk.call('rooms.add', { text: '测试府1栋1单元101' });
      expect(said(await open([]))).toEqual([
        ['', null, ['estate'], ['测试府', '测试雅苑'].sort()],
        ['', null, [], []],
      ]);
      // Of a room that both have, nobody can tell which is meant; the other is in one alone.
      expect((await desk.call('rooms.add', { text: '2-1-101' })).label).toBe('测试雅苑2栋1单元101');
    } finally {
      await desk.dispose();
    }
  });
});

describe('what was said of a file', () => {
  const FILE = 'a'.repeat(32) as FileId;

  it('is offered again after a lock to who said it and to nobody else, and is gone once the file is imported', async () => {
    const desk = await openDesk('receptionist');
    try {
      const path = join(makeTempDir(), 'owners.xlsx');
      writeSheets(path, [{ name: '5', rows: [HEADER, ['101', '张明', phoneOf(1)]] }], 'xlsx');
      const open = async () => {
        desk.vault.offerFile(FILE, path);
        return desk.call('import.open', { fileId: FILE });
      };
      const { sheets, kept } = await open();
      expect(kept).toBeNull();
      const mapping = proposedMapping(sheets).map((one) => ({
        ...one,
        place: { estate: '', building: '8', unit: '' },
      }));
      const said = { sheets: mapping, rest: null, kinds: [], despite: [], rows: [] };
      await desk.call('import.keepAnswers', { fileId: FILE, said });
      await desk.switchTo('supervisor');
      expect((await open()).kept).toBeNull();
      await desk.switchTo('receptionist');
      expect((await open()).kept).toEqual(said);
      const supervisor = await desk.proofOf('supervisor');
      const { planId } = await desk.call('import.preview', {
        fileId: FILE,
        sheets: mapping,
        takesIdNumbers: true,
        supervisor,
      });
      await desk.call('import.apply', { planId, answers: all('leave-out'), supervisor });
      await desk.call('import.cancel', {});
      expect((await open()).kept).toBeNull();
      expect((await desk.call('people.search', { text: '8-101' })).groups).toHaveLength(1);
    } finally {
      await desk.dispose();
    }
  });

  it('is offered to nobody after seven days, and then in the store no more', async () => {
    const { store } = (await makeImportDesk(FEATURE_ENGINES[0]!)).desk;
    const file = new Uint8Array(32);
    const said = { sheets: [], rest: null, kinds: [], despite: [], rows: [] };
    const days = (n: number) => n * 86_400_000;
    await store.transaction((tx) => keepSaid(tx, file, STAFF, said, 0));
    expect(await readSaid(store, file, STAFF, days(7) - 1)).toEqual(said);
    expect(await readSaid(store, file, STAFF, days(7))).toBeNull();
    await forgetOldSaid(store, days(7) - 1);
    expect(await count(store, 'import_said')).toBe(1);
    await forgetOldSaid(store, days(7));
    expect(await count(store, 'import_said')).toBe(0);
  });
});
