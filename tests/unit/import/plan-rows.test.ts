/** The rows of a workbook beside one another: what is called a repeated row, and how many there may be. */
import { expect, it } from 'vitest';
import { createDraftUnpacker } from '../../../main/vault/import/draft-packs.ts';
import { planRows } from '../../../main/vault/import/plan-rows.ts';
import { understandSheet } from '../../../main/vault/import/understand-sheet.ts';
import { proposeTargets } from '../../../main/vault/import/map-columns.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { cellsOf } from '../../support/fixture-workbooks.ts';

/** What becomes of the rows below `header`: the numbers of those that were taken, and why others were not. */
function read(header: readonly string[], rows: readonly (readonly string[])[], maxDrafts?: number) {
  const workbook = { fileName: 'x', sheets: [{ name: 'A', rows: [header, ...rows], marks: [] }] };
  const columns = proposeTargets(header).flatMap((target, index) =>
    target === null ? [] : [{ index, target }],
  );
  const order = {
    mapping: [{ sheet: 'A', headerRow: 1, place: { estate: '', building: '', unit: '' }, columns }],
    switchedOn: [],
    patterns: [],
    now: Date.UTC(2026, 0, 1),
  };
  const unpack = createDraftUnpacker(['A']);
  const taken: number[] = [];
  const relations: string[] = [];
  const flags: string[] = [];
  const rooms: (string | undefined)[] = [];
  const units: (string | undefined)[] = [];
  const rejected: (readonly [row: number, reason: string])[] = [];
  for (const pack of planRows(workbook, order, () => undefined, maxDrafts).packs) {
    const out = unpack(pack);
    taken.push(...out.drafts.map(({ row }) => row));
    relations.push(...out.drafts.map(({ relation }) => relation));
    flags.push(
      ...out.drafts.flatMap((one) => one.flags.map(({ column, why }) => `${one.row} ${column} ${why}`)),
    );
    rooms.push(...out.drafts.map(({ room }) => room?.building));
    units.push(...out.drafts.map(({ room }) => room?.unit));
    rejected.push(...out.rejected.map(({ row, reason }) => [row, reason] as const));
  }
  return { taken, rejected, relations, rooms, units, flags };
}

const HEADER = cellsOf(
  '房号 业主名称 性别 手机号 身份证号 业主类型 车牌号 品牌 颜色 车位 停车场 备注 微信 楼层 户型 面积 状态',
);
const ROW = cellsOf(
  `3-2-1801 张明亮 男 ${phoneOf(1)}  租户 桂A12345 五菱 白 B1 P 甲 weixin1 18 三房 90 自住`,
);

it('calls a row repeated that holds nothing else, also where it is written in another way', () => {
  const written = ROW.map((cell) =>
    cell === '3-2-1801' ? '3栋2单元1801' : cell === phoneOf(1) ? ` ${phoneOf(1)} ` : cell,
  );
  expect(read(HEADER, [ROW, ROW, written])).toMatchObject({
    taken: [2],
    rejected: [
      [3, 'repeated-row'],
      [4, 'repeated-row'],
    ],
  });
});

/** Where one more character would not be another value. */
const ANOTHER: Readonly<Record<string, string>> = {
  房号: '3-2-1802',
  性别: '女',
  手机号: phoneOf(2),
  业主类型: '业主',
  车牌号: '桂A54321',
  面积: '91',
  状态: '空置',
};

it.each(HEADER.filter((_, index) => ROW[index] !== ''))('takes a row that has another %s', (header) => {
  const index = HEADER.indexOf(header);
  const another = ROW.with(index, ANOTHER[header] ?? `${ROW[index]}二`);
  expect(read(HEADER, [ROW, another])).toMatchObject({ taken: [2, 3], rejected: [] });
});

it('takes rows of which a value stands in another column', () => {
  const rows = [
    ['3-2-1801', '张明亮', 'abc123', ''],
    ['3-2-1801', '张明亮', '', 'abc123'],
  ];
  expect(read(['房号', '业主名称', '微信', '备注'], rows).taken).toEqual([2, 3]);
});

it('takes each row of one owner for whoever else is in it, without calling the owner repeated', () => {
  const heads = ['房屋地址', '出租人', '出租人电话', '承租人', '联系电话'];
  const rows = [1, 2].map((n) => ['3栋1601', '田梅佳', phoneOf(9), `宋佳${'一二'[n - 1]}`, phoneOf(n)]);
  expect(read(heads, rows)).toMatchObject({ taken: [2, 2, 3], rejected: [] });
  expect(read(heads, [...rows, rows[0]!]).rejected).toEqual([
    [4, 'repeated-row'],
    [4, 'repeated-row'],
  ]);
});

it('calls no row repeated that has another card in a column that is not imported, and one that has another rank', () => {
  const heads = ['序号', '卡号', '房号', '姓名'];
  const rows = ['0020230002', '0020230003', '0020230003'].map((card, at) => [
    String(at + 1),
    card,
    '1-1-101',
    '陈一一',
  ]);
  expect(read(heads, rows.slice(0, 2))).toMatchObject({ taken: [2], rejected: [] });
  expect(read(heads, rows.slice(1)).rejected).toEqual([[3, 'repeated-row']]);
});

it('takes 901-903 for one room of its building, and 9-903 for one of unit 9', () => {
  const rows = ['901-903', '9-903'].map((room) => ['A座', room, '陈一一']);
  const numbers: string[] = [];
  for (const room of rows) numbers.push(`${read(['座', '房号', '姓名'], [room]).units[0]}`);
  expect(numbers).toEqual(['', '9']);
});

it('reads a list below another by its own heads, though one of them is not known', () => {
  const rows = [
    ['1', '1栋', '701', '张明', phoneOf(1)],
    ['二、租户名单', '二、租户名单', '二、租户名单', '二、租户名单', '二、租户名单'],
    ['序号', '栋号', '房号', '租户姓名', '来处'],
    ['1', '1栋', '701', '李晓红', '外省'],
  ];
  const { taken, relations } = read(['序号', '栋号', '房号', '姓名', '电话'], rows);
  expect([taken, relations]).toEqual([
    [2, 5],
    ['owner', 'tenant'],
  ]);
});

it('reads a list of tenants below one of owners, and flags each cell of a column of it in doubt', () => {
  const rows = [
    ['1-1-101', '张明', phoneOf(1)],
    ['1-1-102', '王伟', phoneOf(2)],
    ['二、租户名单'],
    ['租户姓名', '房号', '电话', '代理人电话'],
    ['李晓红', '1-1-101', phoneOf(3), phoneOf(5)],
    ['赵敏', '1-1-102', phoneOf(4), phoneOf(6)],
  ];
  expect(read(['房号', '业主', '电话'], rows)).toMatchObject({
    taken: [2, 3, 6, 7],
    relations: ['owner', 'owner', 'tenant', 'tenant'],
    flags: ['6 3 not-taken', '7 3 not-taken'],
  });
});

it('refuses more people than fit into memory, since a row may name several', () => {
  const rows = [
    ['3-2-1', '张一,张二,张三,张四'],
    ['3-2-2', '张五,张六'],
  ];
  expect(read(['房号', '业主名称'], rows, 6).taken).toHaveLength(6);
  expect(() => read(['房号', '业主名称'], rows, 5)).toThrow(
    expect.objectContaining({ code: 'workbook-too-large' }),
  );
});

it.each([
  ['beside marks for the same as above', ['1栋', '〃', '', '2栋', '同上', '2栋'], '111222'],
  ['wherever rooms go on', ['1栋', '', '1栋', '2栋', '', '2栋'], '111222'],
])('carries a building down to the rooms below it %s', (_, buildings, expected) => {
  const rows = buildings.map((building, at) => [building, `${(at % 3) + 1}01`, `陈${'一二三四五六'[at]}`]);
  expect(
    read(['楼栋', '房号', '业主'], rows)
      .rooms.map((room) => room?.charAt(0))
      .join(''),
  ).toBe(expected);
});

it('flags the blank building of a room that may be in either of two', () => {
  const rows = [
    ['1栋', '101', '陈一一'],
    ['1栋', '102', '李二二'],
    ['', '101', '王三三'],
    ['2栋', '102', '赵四四'],
  ];
  const { rooms, flags } = read(['楼栋', '房号', '业主'], rows);
  expect(rooms).toEqual(['1', '1', '', '2']);
  expect(flags).toEqual(['4 0 no-building']);
});

it('has each of the tables side by side in the building above it', () => {
  const sheet = {
    name: '5-6栋',
    rows: [
      ['5栋', '', '6栋', ''],
      ['房号', '业主', '房号', '业主'],
      ['101', '陈一一', '101', '李二二'],
    ],
    marks: [],
  };
  const { columns, asks } = understandSheet(sheet, 1, null);
  expect(asks).toEqual([]);
  const order = {
    mapping: [
      {
        sheet: sheet.name,
        headerRow: 2,
        place: { estate: '', building: '', unit: '' },
        columns: columns.map(({ target }, index) => ({ index, target: target! })),
      },
    ],
    switchedOn: [],
    patterns: [],
    now: Date.UTC(2026, 0, 1),
  };
  const plan = planRows({ fileName: 'x', sheets: [sheet] }, order, () => undefined);
  const drafts = [...plan.packs].flatMap((pack) => createDraftUnpacker([sheet.name])(pack).drafts);
  expect(drafts.map(({ name, room }) => [name, room?.label])).toEqual([
    ['陈一一', '5栋101'],
    ['李二二', '6栋101'],
  ]);
});

it('reads what stands under other headings by these, and names a row that may be somebody as left out', () => {
  const rows = [
    ['1-1-101', '张明亮', phoneOf(1), '90'],
    ['二、租户'],
    ['房号', '租户姓名', '租户电话', '身份证号'],
    ['1-1-101', '李国强', phoneOf(2), idNumberOf(2)],
    ['1-1-102', '王小红', phoneOf(3), idNumberOf(3)],
    ['陈国华'],
  ];
  expect(read(['房号', '业主', '电话', '面积'], rows)).toEqual({
    taken: [2, 5, 6],
    rejected: [[7, 'not-a-row']],
    relations: ['owner', 'tenant', 'tenant'],
    rooms: ['1', '1', '1'],
    units: ['1', '1', '1'],
    flags: [],
  });
});
