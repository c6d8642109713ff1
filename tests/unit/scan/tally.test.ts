/** How a file's texts become counts and a fingerprint. */
import { describe, expect, it } from 'vitest';
import { createNumberSet } from '../../../main/vault/scan/number-set.ts';
import { createTally } from '../../../main/vault/scan/tally.ts';

const TODAY = Date.UTC(2026, 4, 16);
const KEY = new Uint8Array(32).fill(7);
const phone = (n: number): string => `141${String(12_345_671 + n * 104_729).padStart(8, '0')}`;
const countColumns = (rows: readonly (readonly string[])[], key = KEY) => {
  const tally = createTally(key, TODAY);
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) tally.cell(cell, { table: 0, row, column });
  return tally.finish();
};
const phones = (count: number): string[] => Array.from({ length: count }, (_, n) => phone(n));

/** As people of the 1890s have them, of another day each. */
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const first17 = `4501031893${String(101 + n * 103).padStart(4, '0')}${String(111 + n)}`;
    const sum = [...first17].reduce((all, digit, at) => all + Number(digit) * (2 ** (17 - at) % 11), 0);
    return `${first17}${'10X98765432'.charAt(sum % 11)}`;
  });

describe('an ID', () => {
  it.each<[string, (id: string) => string[]]>([
    ['region, birthday and order', (id) => [id.slice(0, 6), id.slice(6, 14), id.slice(14)]],
    ['one digit a cell', (id) => [...id]],
  ])('counts where its row has it in parts: %s', (_, cut) => {
    expect(countColumns(ids(5).map((id, n) => [`${n + 1}`, '甲乙', ...cut(id)])).ids).toBe(5);
    // Not across a word, and not with another end.
    expect(countColumns(ids(5).map((id) => [...cut(id).slice(0, 2), '无', ...cut(id).slice(2)])).ids).toBe(0);
    expect(countColumns(ids(5).map((id) => cut(`${id.slice(0, 17)}${(Number(id[17]) || 0) + 1}`))).ids).toBe(
      0,
    );
  });

  it('counts where a spreadsheet has replaced its end by zeros, of three on, and under no code', () => {
    const cut = ids(6).map((id) => `${id.slice(0, 15)}000`);
    expect(countColumns([['证件号码'], ...cut.map((one) => [one])]).ids).toBe(6);
    expect(countColumns([['设备编号'], ...cut.map((one) => [one])]).ids).toBeLessThan(3);
    expect(countColumns(cut.slice(0, 2).map((one) => [one])).ids).toBeLessThan(2);
  });
});

it('a column of amounts of which some begin as no phone does counts none', () => {
  const amounts = Array.from({ length: 30 }, (_, n) => String(10_000_000_000 + n * 330_104_729));
  const rows = (heading: string, texts: readonly string[]) => [[heading], ...texts.map((one) => [one])];
  expect(countColumns(rows('数', amounts)).people).toBe(0);
  expect(countColumns(rows('全年', amounts.slice(10))).people).toBe(0);
  expect(countColumns(rows('数', amounts.slice(8))).people).toBeGreaterThan(10);
});

describe('a column', () => {
  it('counts whoever stands in it every month, and beside telephones of houses without a dash', () => {
    const ledger = Array.from({ length: 12 }, () => phones(4)).flat();
    expect(countColumns([['电话'], ...ledger.map((one) => [one])]).people).toBe(4);
    const houses = Array.from({ length: 20 }, (_, n) => `0215888${String(1000 + n * 37)}`);
    expect(countColumns([...phones(4), ...houses].map((one) => [one])).people).toBe(4);
  });

  it('counts each phone once', () => {
    expect(countColumns([['电话'], ...[...phones(5), ...phones(5)].map((one) => [one])])).toMatchObject({
      phones: 5,
      people: 5,
    });
  });

  it.each(['订单号', '水表号', '合同编号', '金额'])('with the heading %s counts none', (heading) => {
    expect(countColumns([[heading], ...phones(9).map((one) => [one])]).people).toBe(0);
  });

  it('with a heading of both kinds counts them', () => {
    expect(countColumns([['订单联系电话'], ...phones(9).map((one) => [one])]).people).toBe(9);
  });

  it.each([
    '登录账号',
    '收款账号',
    '微信号',
    '号码',
    '业主号码',
    '用户名',
    '姓名',
    '备用号',
    '紧急号',
    '机主号',
    '家属号码',
  ])('with the heading %s counts them', (heading) => {
    expect(countColumns([['编号', heading], ...phones(9).map((one, n) => [`A${n}`, one])]).people).toBe(9);
  });

  it.each(['水卡号', '档案号', '收据号码', '物料代码', '设备ID', '*表号（必填）', 'SN'])(
    'with the heading %s counts none',
    (heading) => {
      expect(countColumns([['名称', heading], ...phones(9).map((one, n) => [`物${n}`, one])]).people).toBe(0);
    },
  );

  describe.each(['编号', '代码', '户号', '客户号', '用户编码', '*编号（必填）', 'user_id', 'No.'])(
    'with the heading %s',
    (heading) => {
      const count = (codes: readonly string[]): number =>
        countColumns([[heading, '积分'], ...codes.map((code) => [code, '7'])]).people;
      /** Of another town each. */
      const ofTowns = Array.from({ length: 9 }, (_, n) => `142${10_471_003 + n * 9_113_047}`);

      it('counts phones of many towns', () => {
        expect(count(ofTowns)).toBe(9);
        expect(count([...ofTowns, ...ofTowns])).toBe(9);
      });

      it('counts none that begin with a day, that are of one town, or that stand among other numbers', () => {
        const days = Array.from({ length: 9 }, (_, n) => `170${n + 1}04${10_471 + n * 9_113}`);
        const ofOneTown = Array.from({ length: 9 }, (_, n) => `1420471${1003 + n * 911}`);
        const others = ofTowns.map((code) => code.slice(0, 9));
        expect([days, ofOneTown, [...ofTowns, ...others]].map(count)).toEqual([0, 0, 0]);
      });
    },
  );

  it('of accounts in a text counts phones by the same rule', () => {
    const tally = createTally(KEY, TODAY);
    const lines = ['用户代码,昵称', '14210471003,某', '14219584050,某', '14328697097,某'];
    for (const [row, line] of lines.entries()) tally.line(line, row);
    expect(tally.finish().people).toBe(3);
  });

  it('below a title counts them, whatever the title says', () => {
    expect(countColumns([['合同到期日期'], ...phones(9).map((one) => [one])]).people).toBe(9);
  });

  it('counts a number beside a name, whatever its heading says', () => {
    expect(countColumns([['编号'], ...phones(9).map((one, n) => [`某${n} ${one}`])]).people).toBe(9);
  });

  it('goes by the nearest heading above, and by the code to the left', () => {
    const meters = phones(9).map((one) => [one, '1']);
    const owners = phones(14)
      .slice(9)
      .map((one) => [one, '某']);
    expect(countColumns([['水表编号', '读数'], ...meters, ['电话', '姓名'], ...owners]).people).toBe(5);
    expect(countColumns(phones(9).map((one) => ['订单编号', one])).people).toBe(0);
  });

  it('of numbers in a row counts none', () => {
    const series = Array.from({ length: 20 }, (_, n) => [String(15_000_000_001 + n * 3)]);
    expect(countColumns(series).people).toBe(0);
  });

  it('in which few of many are valid counts none', () => {
    const long = Array.from({ length: 40 }, (_, n) => [`2${phone(n).slice(1)}`]);
    expect(countColumns([...long, ...phones(4).map((one) => [one])]).people).toBe(0);
  });

  it('of fifteen digits counts people where most of them are', () => {
    const olds = ['450102930501123', '450102880610456', '450103751120789'].map((one) => [one]);
    expect(countColumns(olds).ids).toBe(3);
    const orders = Array.from({ length: 30 }, (_, n) => [`10000000000${1000 + n * 7}`]);
    expect(countColumns([...olds, ...orders]).ids).toBe(0);
  });
});

describe('a fingerprint', () => {
  const rows = phones(4).map((one, n) => [`某${n}`, one]);

  it('is that of the texts, in whichever order and place they stand', () => {
    const moved = rows.toReversed().map((cells) => cells.toReversed());
    expect(countColumns(moved).fingerprint).toEqual(countColumns(rows).fingerprint);
  });

  it('is another with one text more, one less, one changed, and under another key', () => {
    const { fingerprint } = countColumns(rows);
    for (const others of [[...rows, ['x']], rows.slice(1), [...rows.slice(1), ['某0', phone(9)]]])
      expect(countColumns(others).fingerprint).not.toEqual(fingerprint);
    expect(countColumns(rows, new Uint8Array(32)).fingerprint).not.toEqual(fingerprint);
  });

  it('is none of a file without a text', () => {
    expect(countColumns([['', '']]).fingerprint).toBeNull();
  });
});

it('a set of numbers holds each once, however many', () => {
  const set = createNumberSet();
  for (let n = 1; n <= 5_000; n += 1) set.add((n % 2_500) * 4_294_967_296 + 1);
  const held = new Set<number>();
  set.each((value) => void held.add(value));
  expect([set.size(), held.size]).toEqual([2_500, 2_500]);
});
