/** Lists as offices keep them, from their cells to whoever they make, as far as nothing is answered. */
import { describe, expect, it } from 'vitest';
import { USUAL_POLICY } from '../../../contract/policy/lists.ts';
import { describeWorkbook } from '../../../main/vault/import/describe-workbook.ts';
import { createDraftUnpacker } from '../../../main/vault/import/draft-packs.ts';
import { NO_ESTATES } from '../../../main/vault/import/estates.ts';
import { planRows } from '../../../main/vault/import/plan-rows.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';

type Rows = readonly (readonly string[])[];

/** Each person as `row relation name building/unit/room`, with what else `say` says of them; rows that were left out as their number. */
function listed(sheets: Readonly<Record<string, Rows>>, say: readonly string[] = []): readonly string[] {
  const workbook = {
    fileName: 'x',
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows, marks: [] })),
  };
  const described = describeWorkbook(USUAL_POLICY, workbook, [], NO_ESTATES);
  const order = {
    mapping: proposedMapping(described),
    switchedOn: [],
    patterns: [],
    now: Date.UTC(2026, 11, 1),
  };
  const unpack = createDraftUnpacker(order.mapping.map(({ sheet }) => sheet));
  const lines: string[] = [];
  for (const pack of planRows(workbook, order, () => undefined).packs) {
    const { drafts, rejected } = unpack(pack);
    for (const draft of drafts) {
      const { row, name, relation, room, values, flags, share, from, spaces } = draft;
      const place = room === null ? '-' : [room.building, room.unit, room.room].join('/');
      const more = {
        flags: flags.map(({ column, why }) => `${column} ${why}`).join(' '),
        phone: values.flatMap(({ field, value }) => (field === 'phone' ? [value] : [])).join(' '),
        idNumber: values.find(({ field }) => field === 'idNumber')?.value,
        remark: values.find(({ field }) => field === 'remark')?.value,
        status: room?.status,
        estate: room?.estate,
        spaces: spaces.map(({ code, until }) => `${code}${until ?? ''}`).join(' '),
        lease: draft.lease?.from,
        share,
        from,
      };
      const said = say.map((one) => more[one as keyof typeof more] || '-');
      lines.push([row, relation, name || '-', place, ...said].join(' '));
    }
    lines.push(...rejected.map(({ row, reason }) => `${row} ${reason}`));
  }
  return lines;
}

describe('rooms', () => {
  it('are doors on their floor where they come again on another', () => {
    const rows = [
      ['栋', '楼层', '室号', '业主'],
      ['1栋', '1楼', '01', '张明'],
      ['', '2楼', '01', '王伟'],
      ['', '', '2', '李红'],
    ];
    expect(listed({ A: rows })).toEqual([
      '2 owner 张明 1//101',
      '3 owner 王伟 1//201',
      '4 owner 李红 1//202',
    ]);
    const villas = rows.map((row, at) => (at > 1 ? row.with(2, `0${at}`) : row));
    expect(listed({ A: villas }).map((line) => line.slice(-2))).toEqual(['01', '02', '03']);
  });

  it('are in an estate and the part of it that stand in columns of their own, or within the room', () => {
    const rows = [
      ['项目', '分期', '房号', '业主'],
      ['梅苑', '一期', '1栋1单元101', '张明'],
      ['梅苑', '二期', '二期-1栋-1单元-101', '王伟'],
    ];
    expect(listed({ A: rows }, ['estate'])).toEqual([
      '2 owner 张明 1/1/101 梅苑一期',
      '3 owner 王伟 1/1/101 梅苑二期',
    ]);
  });

  it('may have words in brackets behind them, and one that is like no other is flagged', () => {
    const rows = [
      ['房号', '业主'],
      ['1-1-101', '张明'],
      ['1-1-201（复式）', '王伟'],
      ['1-1-301', '李红'],
      ['1-1-401 1-1-402', '赵敏'],
      ['住在车库那边', '周强'],
      ...[5, 6, 7].map((n) => [`1-1-${n}01`, '吴静']),
    ];
    expect(listed({ A: rows }, ['remark', 'flags']).slice(0, 6)).toEqual([
      '2 owner 张明 1/1/101 - -',
      '3 owner 王伟 1/1/201 复式 -',
      '4 owner 李红 1/1/301 - -',
      '5 owner 赵敏 1/1/401 - -',
      '5 owner 赵敏 1/1/402 - -',
      '6 owner 周强 //住在车库那边 - 0 room-not-understood',
    ]);
  });

  it('are lived in or not as the answers below 是否入住 say', () => {
    const rows = [
      ['房号', '业主', '是否入住'],
      ['1-1-101', '张明', '是'],
      ['1-1-201', '王伟', '否'],
      ['1-1-301', '李红', '√'],
    ];
    expect(listed({ A: rows }, ['status']).map((line) => line.split(' ').at(-1))).toEqual([
      'lived-in',
      'not-lived-in',
      'lived-in',
    ]);
    const isLet = [['房号', '业主', '是否出租'], ...rows.slice(1)];
    expect(listed({ A: isLet }, ['status']).map((line) => line.split(' ').at(-1))).toEqual([
      'let',
      '-',
      'let',
    ]);
    const isEmpty = [['房号', '业主', '是否空置'], ...rows.slice(1)];
    expect(listed({ A: isEmpty }, ['status'])[0]).toContain('vacant');
  });
});

describe('whoever is listed', () => {
  const HEADS = ['房号', '姓名', '电话'];
  const home = (n: number, name: string) => [`1-1-${n}01`, name, phoneOf(n)];

  it('is who the line above, the title or the name of the sheet says, unless the heading does', () => {
    const rows = [HEADS, ['一、业主'], home(1, '张明'), ['二、租户（共1户）'], home(2, '王伟')];
    expect(listed({ A: rows })).toEqual(['3 owner 张明 1/1/101', '5 tenant 王伟 1/1/201']);
    const buildings = [HEADS, ['1栋租户名单'], ['101', '张明', ''], ['2栋业主名单'], ['101', '王伟', '']];
    expect(listed({ A: buildings })).toEqual(['3 tenant 张明 1//101', '5 owner 王伟 2//101']);
    expect(listed({ 租户信息: [HEADS, home(1, '张明')] })).toEqual(['2 tenant 张明 1/1/101']);
    expect(listed({ A: [['同住人登记表'], HEADS, home(1, '张明')] })).toEqual(['3 family 张明 1/1/101']);
    expect(listed({ 业主租户: [HEADS, home(1, '张明')] })).toEqual(['2 owner 张明 1/1/101']);
    expect(listed({ 租户信息: [['房号', '业主', '电话'], home(1, '张明')] })).toEqual([
      '2 owner 张明 1/1/101',
    ]);
  });

  it('lives there now as what the column beside them says, and the owner once more as the owner', () => {
    const rows = [
      ['房号', '业主', '', '现居住人', '', ''],
      ['', '姓名', '电话', '姓名', '现住人身份', '电话'],
      ['1-1-101', '张明', phoneOf(1), '王伟', '租户', phoneOf(2)],
      ['1-1-201', '李红', phoneOf(3), '李红', '业主', ''],
      ['1-1-301', '赵敏', phoneOf(4), '赵兰', '亲戚', phoneOf(5)],
    ];
    expect(listed({ A: rows }, ['phone', 'flags'])).toEqual([
      `3 owner 张明 1/1/101 ${phoneOf(1)} -`,
      `3 tenant 王伟 1/1/101 ${phoneOf(2)} -`,
      `4 owner 李红 1/1/201 ${phoneOf(3)} -`,
      `5 owner 赵敏 1/1/301 ${phoneOf(4)} -`,
      `5 family 赵兰 1/1/301 ${phoneOf(5)} -`,
    ]);
  });

  it('is a tenant in a list of lets, and the person of a home that is let', () => {
    const lets = [
      ['房号', '姓名', '电话', '合同期限'],
      [...home(1, '张明'), '2024.1.1-2025.1.1'],
    ];
    expect(listed({ A: lets }, ['lease'])).toEqual(['2 tenant 张明 1/1/101 2024-01-01']);
    expect(listed({ A: [['人才公寓入住一览表'], HEADS, home(1, '张明')] })).toEqual([
      '3 tenant 张明 1/1/101',
    ]);
    const foreign = [
      [...HEADS, '关系', '房东', '租期起', '租期止'],
      [...home(1, '张明'), '本人', '王伟', '2024-01-01', '2025-01-01'],
      [...home(2, '李红'), '本人', '李红', '', ''],
    ];
    expect(listed({ A: foreign })).toEqual([
      '2 tenant 张明 1/1/101',
      '2 owner 王伟 1/1/101',
      '3 owner 李红 1/1/201',
    ]);
  });

  it('is in both of two tables below one another, of which the second has more headings', () => {
    const rows = [
      ['房号', '业主', '电话'],
      home(1, '张明'),
      home(2, '李红'),
      [],
      ['房号', '承租人', '承租人电话', '租期'],
      [...home(1, '王伟'), '2026.1.1-2026.12.31'],
      [...home(2, '赵敏'), '2026.1.1-2026.12.31'],
    ];
    expect(listed({ A: rows }).map((line) => line.slice(0, 11).trim())).toEqual(
      ['2 owner 张明', '3 owner 李红', '6 tenant 王伟', '7 tenant 赵敏'].map((line) => line.slice(0, 11)),
    );
  });

  it('is named as left out where they stand above the headings', () => {
    expect(listed({ A: [['', '陈刚', phoneOf(9)], HEADS, home(1, '张明'), home(2, '王伟')] })).toContain(
      '1 not-a-row',
    );
    expect(listed({ A: [['制表：陈刚'], HEADS, home(1, '张明')] })).toHaveLength(1);
  });

  it('has of several owners their own share and paper', () => {
    const rows = [
      ['坐落', '权利人', '份额', '证件类型', '证件号码'],
      ['1-1-101', '张明\n王伟', '1/2\n1/2', '身份证\n护照', `${idNumberOf(1)}\nE12345678`],
      ['1-1-201', '李红、赵敏', '70%、30%', '身份证', `${idNumberOf(3)}、${idNumberOf(4)}`],
      ['1-1-301', '周强、孙丽', '三分之一、其余、少许', '', ''],
    ];
    expect(listed({ A: rows }, ['share', 'flags'])).toEqual([
      '2 owner 张明 1/1/101 1/2 -',
      '2 co-owner 王伟 1/1/101 1/2 -',
      '3 owner 李红 1/1/201 70% -',
      '3 co-owner 赵敏 1/1/201 30% -',
      '4 owner 周强 1/1/301 - 2 not-taken',
      '4 co-owner 孙丽 1/1/301 - -',
    ]);
  });

  it('is a member whom the row is about, beside the head of the household', () => {
    const rows = [
      ['房号', '户主', '成员姓名', '与户主关系', '身份证号'],
      ['1-1-101', '张明', '张明', '户主', idNumberOf(1)],
      ['', '', '王伟', '妻', idNumberOf(2)],
    ];
    expect(listed({ A: rows }, ['idNumber'])).toEqual([
      `2 owner 张明 1/1/101 ${idNumberOf(1)}`,
      `3 family 王伟 1/1/101 ${idNumberOf(2)}`,
    ]);
  });

  it('moved in on the day behind the tenant, which begins their lease', () => {
    const rows = [
      ['房号', '业主', '租户', '电话', '入住日期'],
      ['1-1-101', '张明', '王伟', phoneOf(1), '2026-01-05'],
      ['1-1-201', '李红', '赵敏', phoneOf(2), '2026-01-06'],
    ];
    expect(listed({ A: rows }, ['from', 'lease'])[1]).toBe('2 tenant 王伟 1/1/101 2026-01-05 2026-01-05');
  });

  it('is a member whose phone stands between the members, and not the one beside the next of them', () => {
    const rows = [
      ['房号', '业主', '成员1', '成员1电话', '成员2', '成员2电话'],
      ['1-1-101', '张明', '王伟', '', '李红', phoneOf(2)],
      ['1-1-201', '赵敏', '周强', phoneOf(3), '孙丽', phoneOf(4)],
    ];
    expect(listed({ A: rows }, ['phone']).filter((line) => line.includes('family'))).toEqual([
      '2 family 王伟 1/1/101 -',
      `2 family 李红 1/1/101 ${phoneOf(2)}`,
      `3 family 周强 1/1/201 ${phoneOf(3)}`,
      `3 family 孙丽 1/1/201 ${phoneOf(4)}`,
    ]);
  });

  it('is found in a chat in which one wrote below the other', () => {
    const rows = [
      ['#接龙'],
      ['请按“房号 姓名 电话”接龙'],
      [],
      ...[1, 2, 3].map((n) => [`${n}. ${home(n, '张明').join(' ')}`]),
    ];
    expect(listed({ A: rows }, ['phone'])).toEqual(
      [1, 2, 3].map((n) => `${n + 3} owner 张明 1-1-${n}01 ${phoneOf(n)}`.replaceAll(/(?<=\d)-(?=\d)/g, '/')),
    );
  });

  it('may have several spaces in columns of their own', () => {
    const rows = [
      ['房号', '业主', '车位1', '车位2'],
      ['1-1-101', '张明', 'B-01', 'B-02'],
    ];
    expect(listed({ A: rows }, ['spaces'])).toEqual(['2 owner 张明 1/1/101 B-01 B-02']);
  });
});

it('flags a number of somebody in a column that goes nowhere, and no column of such numbers', () => {
  const rows = (cells: readonly string[]) => [
    ['房号', '业主', '签名'],
    ...cells.map((text, at) => [`1-1-${at + 1}01`, '张王李赵周'[at]! + '明', text]),
  ];
  expect(listed({ A: rows(['', phoneOf(1), '', '', '']) }, ['flags'])[1]).toContain('2 not-taken');
  expect(listed({ A: rows(['', '', '', `找${idNumberOf(1)}`, '']) }, ['flags'])[3]).toContain('2 not-taken');
  expect(listed({ A: rows(['', '', '桂B12345', '', '已签']) }, ['flags'])[2]).toContain('2 not-taken');
  const many = rows([1, 2, 3, 4, 5].map(phoneOf));
  expect(listed({ A: many }, ['flags']).join(' ')).not.toContain('not-taken');
});
