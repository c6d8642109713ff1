import { describe, expect, it } from 'vitest';
import type { RowNote } from '../../../contract/import/views.ts';
import { relationOf, vacancyOf } from '../../../main/vault/import/cell-words.ts';
import { findDataRows, findHeader } from '../../../main/vault/import/find-table.ts';
import { proposeTargets } from '../../../main/vault/import/map-columns.ts';
import {
  type ParsedRow,
  type RejectedRow,
  type RowDraft,
  createRowParser,
} from '../../../main/vault/import/parse-rows.ts';
import { parseWorkbook } from '../../../main/vault/import/read-workbook.ts';
import { normaliseText } from '../../../main/vault/values/normalise.ts';
import {
  type FixtureCell,
  type FixtureSheet,
  OLD_ID,
  TRAP_FLAGS,
  TRAP_ROWS,
  encodeSheets,
  familySheet,
  trapSheet,
  withWrongCheck,
} from '../../support/fixture-workbooks.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';

const TODAY = Date.UTC(2026, 0, 5);

function parseAll(
  fixture: FixtureSheet,
  format: 'xlsx' | 'xls' | 'csv-utf8' = 'xlsx',
): Map<number, ParsedRow> {
  const sheet = parseWorkbook(encodeSheets([fixture], format), 'x').sheets[0]!;
  const header = findHeader(sheet)!;
  const columns = proposeTargets(sheet.rows[header]!).flatMap((target, index) =>
    target === null ? [] : [{ index, target }],
  );
  const parse = createRowParser(sheet, columns, { today: TODAY });
  return new Map(
    findDataRows(sheet, header).flatMap((row) =>
      parse(row)
        .slice(0, 1)
        .map((parsed) => [row + 1, parsed] as const),
    ),
  );
}

const draftIn = (rows: ReadonlyMap<number, ParsedRow>, row: number): RowDraft => {
  const parsed = rows.get(row);
  if (parsed === undefined || !('draft' in parsed))
    throw new Error(`row ${row} was not taken: ${JSON.stringify(parsed)}`);
  return parsed.draft;
};
const valuesOf = (draft: RowDraft, field: string): readonly string[] =>
  draft.values.filter((value) => value.field === field).map(({ value }) => value);

describe.each(['xlsx', 'xls'] as const)('the traps in %s', (format) => {
  const rows = parseAll(trapSheet(), format);

  it('take every row, and flag the cells that cannot be read, each with its reason', () => {
    const flagged = TRAP_ROWS.flatMap((row) => {
      const whys = draftIn(rows, row).flags.map(({ why }) => why);
      return whys.length === 0 ? [] : [[row, whys]];
    });
    expect(Object.fromEntries(flagged)).toEqual(TRAP_FLAGS);
    expect([...rows.keys()]).toEqual(TRAP_ROWS);
  });

  const notes: readonly (readonly [number, readonly RowNote[]])[] = [
    [4, ['number-cell']],
    [5, ['merged-cell', 'number-cell']],
    [6, ['full-width']],
    [7, ['placeholder-phone', 'placeholder-id']],
    [8, ['several-phones']],
    [9, ['id-check-digit']],
    [10, ['number-cell', 'id-cut']],
    [13, ['old-id']],
    [14, []],
    [15, ['merged-cell']],
    [21, ['full-width']],
    [22, []],
    [23, []],
  ];
  it.each(notes)('say so at row %i', (row, expected) => {
    expect([...draftIn(rows, row).notes].sort()).toEqual([...expected].sort());
  });

  it('give whole, half-width values', () => {
    expect(valuesOf(draftIn(rows, 4), 'phone')).toEqual([phoneOf(1)]);
    expect(valuesOf(draftIn(rows, 6), 'phone')).toEqual([phoneOf(3)]);
    expect(valuesOf(draftIn(rows, 6), 'idNumber')).toEqual([idNumberOf(3)]);
    expect(valuesOf(draftIn(rows, 8), 'phone')).toEqual([phoneOf(5), phoneOf(6)]);
  });

  it('carry a merged room to the family, and a merged owner to the second room', () => {
    expect(draftIn(rows, 5).room?.canonical).toBe(draftIn(rows, 4).room?.canonical);
    expect(draftIn(rows, 5).relation).toBe('family');
    expect(draftIn(rows, 15)).toMatchObject({ name: '冯涛' });
    expect(draftIn(rows, 15).room?.canonical).not.toBe(draftIn(rows, 14).room?.canonical);
  });

  it('keep no placeholder, no cut number, but a number with a wrong check digit, marked', () => {
    expect(draftIn(rows, 7).values.map(({ field }) => field)).toEqual(['remark']);
    expect(valuesOf(draftIn(rows, 10), 'idNumber')).toEqual([]);
    expect(draftIn(rows, 9).values.find(({ field }) => field === 'idNumber')).toEqual({
      field: 'idNumber',
      value: withWrongCheck(idNumberOf(7)),
      valid: false,
    });
  });

  it('widen an old number', () => {
    expect(valuesOf(draftIn(rows, 13), 'idNumber')[0]).toMatch(
      new RegExp(`^${OLD_ID.slice(0, 6)}19${OLD_ID.slice(6)}[\\dX]$`),
    );
  });

  it('take an empty flat as a room, and a company as one', () => {
    expect(draftIn(rows, 23)).toMatchObject({ name: '', values: [], room: { status: 'unsold', area: 80 } });
    expect(draftIn(rows, 22)).toMatchObject({ kind: 'company', relation: 'owner' });
  });

  it('seal the words beside a phone', () => {
    expect(valuesOf(draftIn(rows, 21), 'phone')).toEqual([phoneOf(16)]);
    expect(valuesOf(draftIn(rows, 21), 'remark')[0]).toContain('妻子');
  });
});

describe.each(['xlsx', 'xls', 'csv-utf8'] as const)('families and co-owners in %s', (format) => {
  const sheet = parseWorkbook(encodeSheets([familySheet()], format), 'x').sheets[0]!;
  const header = findHeader(sheet)!;
  const parse = createRowParser(
    sheet,
    proposeTargets(sheet.rows[header]!).flatMap((target, index) =>
      target === null ? [] : [{ index, target }],
    ),
    { today: TODAY },
  );
  const rows = new Map(findDataRows(sheet, header).map((row) => [row + 1, parse(row)] as const));
  const drafts = (row: number): readonly RowDraft[] =>
    rows.get(row)!.map((parsed) => draftIn(new Map([[row, parsed]]), row));

  it.each([
    [2, '张明', 'owner', []],
    [3, '李晓红', 'family', ['room-carried']],
    [4, '张小明', 'family', ['room-carried']],
    [5, '张大山', 'family', []],
    [6, '王伟', 'owner', []],
    [7, '赵敏', 'family', ['relation-in-name', 'room-carried']],
  ] as const)('row %i is %s, %s, with a room, and says %j', (row, name, relation, notes) => {
    const [draft] = drafts(row);
    expect(draft).toMatchObject({ name, relation });
    expect([...draft!.notes].sort()).toEqual(notes);
    expect(draft!.room?.label).toBe(row < 6 ? '3栋2单元1801' : '3栋2单元1802');
  });

  it('give no room to an owner without one, nor to family below a blank line: they come in by their phone, flagged', () => {
    for (const row of [8, 10]) {
      const [draft] = drafts(row);
      expect([draft!.room, draft!.flags]).toEqual([null, [{ column: null, why: 'no-room' }]]);
    }
  });

  it('part co-owners with their phones and IDs by position', () => {
    expect(
      drafts(11).map((draft) => [
        draft.name,
        draft.relation,
        valuesOf(draft, 'phone'),
        valuesOf(draft, 'idNumber'),
        draft.room?.label,
      ]),
    ).toEqual([
      ['周强', 'owner', [phoneOf(9)], [idNumberOf(9)], '4栋1单元101'],
      ['吴静', 'co-owner', [phoneOf(10)], [idNumberOf(10)], '4栋1单元101'],
    ]);
    expect(drafts(12).map((draft) => [draft.name, draft.relation, valuesOf(draft, 'phone')])).toEqual([
      ['郑海', 'owner', [phoneOf(11)]],
      ['王兰', 'co-owner', []],
      ['冯涛', 'co-owner', []],
    ]);
    expect(drafts(16).map((draft) => [draft.name, draft.relation, valuesOf(draft, 'idNumber')])).toEqual([
      ['梁超', 'tenant', [idNumberOf(18)]],
      ['宋洋', 'tenant', []],
    ]);
    for (const row of [11, 12, 16])
      for (const draft of drafts(row)) expect(draft.notes).toContain('co-owners-split');
  });

  it('say so where phones are more than the owners, and keep them with the first', () => {
    const [first, ...others] = drafts(13);
    expect(first!.flags.map(({ why }) => why)).toContain('phones-unclear');
    expect(valuesOf(first!, 'phone').length).toBeGreaterThan(others.length + 1);
    for (const other of others) expect(valuesOf(other, 'phone')).toEqual([]);
  });

  it('keep numbers of a remark sealed in it, and say so', () => {
    const [phones] = drafts(14);
    expect(valuesOf(phones!, 'phone')).toEqual([phoneOf(15)]);
    expect(valuesOf(phones!, 'remark')[0]).toContain(phoneOf(16));
    expect(phones!.notes).toContain('phone-in-remark');
    expect(drafts(15)[0]!.notes).toContain('id-in-remark');
  });
});

it.each(
  (
    [
      ['family', '夫妻,配偶,之子,父母,业主之妻,长女,岳母,孙子,儿媳,wife'],
      ['owner', '业主,女业主,户主,本人,产权人,产权户,公司,01-业主'],
      ['co-owner', '共有人,共同业主,第二业主'],
      ['right-of-residence', '居住权人,业主之母（居住权）,Right of residence'],
      ['tenant', '租户,承租人,Tenant,03-租客'],
      ['temporary', '保姆,暂住'],
      [null, ',不明'],
    ] as const
  ).flatMap(([relation, words]) => words.split(',').map((word) => [word, relation] as const)),
)('%s says %s', (word, relation) => {
  expect(relationOf(word)).toBe(relation);
});

describe('one row', () => {
  const HEADER = ['房号', '业主名称', '手机号', '身份证号', '车牌号', '备注', '生日', '楼层'];
  const rowOf = (...cells: readonly FixtureCell[]): ParsedRow =>
    parseAll({ name: 'A', rows: [HEADER, cells, ['9-9-901', '尾行', phoneOf(99)]] }).get(2)!;
  const draft = (...cells: readonly FixtureCell[]): RowDraft => draftIn(new Map([[2, rowOf(...cells)]]), 2);
  const rejected = (...cells: readonly FixtureCell[]): RejectedRow => {
    const parsed = rowOf(...cells);
    if (!('rejected' in parsed)) throw new Error('the row was taken');
    return parsed.rejected;
  };

  it('takes an ID number in the phone column for no phone: a receptionist could open it there', () => {
    const taken = draft('1-1-101', '张三', idNumberOf(1));
    expect(taken.values).toEqual([]);
    expect(taken.flags).toEqual([{ column: 2, why: 'phone-not-valid' }]);
  });

  it('takes no name and no fact of a room that holds a long number: both are open to every session', () => {
    const named = draft('1-1-101', `张三${phoneOf(1)}`);
    expect([named.name, named.values]).toEqual([
      '张三',
      [{ field: 'phone', value: phoneOf(1), valid: true }],
    ]);
    expect(draft('1-1-101', '12345678').flags).toEqual([{ column: 1, why: 'name-not-valid' }]);
    expect(rejected(phoneOf(1), '张三').reason).toBe('room-not-understood');
    expect(draft('1-1-101', '张三', null, null, null, null, null, idNumberOf(1)).room?.floor).toBeNull();
  });

  it('keeps a phone that is none for a person to correct, and a plate that is none unless it may be a number', () => {
    const kept = draft('1-1-101', '张三', '1381234', null, '临时牌123');
    expect(kept.values).toEqual([{ field: 'phone', value: '1381234', valid: false }]);
    expect(kept.vehicles).toMatchObject([{ plate: '临时牌123' }]);
    expect([...kept.notes].sort()).toEqual(['phone-kept-as-is', 'plate-kept-as-is']);
    const moved = draft('1-1-101', '张三', null, null, phoneOf(1));
    expect(moved.vehicles).toEqual([]);
    expect(valuesOf(moved, 'remark')).toEqual([phoneOf(1)]);
  });

  it('keeps the papers of people from elsewhere, whatever a list calls them, and flags a word that is none', () => {
    const read = (paper: string, number: string): RowDraft => {
      const rows = [
        ['房号', '姓名', '证件类型', '证件号码', '备注'],
        ['1-1-101', '张三', paper, number, ''],
      ];
      return draftIn(parseAll({ name: 'A', rows }), 2);
    };
    const card = `91145018900101001${checkCharacter('91145018900101001')}`;
    const said = ({ idType, values, flags }: RowDraft) => [idType, values.map(({ value }) => value), flags];
    expect(said(read('身份证', card))).toEqual(['permanent-residence', [card], []]);
    expect(said(read('台胞证', '49335685'))).toEqual(['other', ['49335685'], []]);
    expect(said(read('港澳通行证', 'H23416664'))).toEqual(['other', ['H23416664'], []]);
    expect(read('某证', idNumberOf(1)).flags).toEqual([]);
    expect(read('某证', '49335685').flags.map(({ column }) => column)).toEqual([3, 2]);
  });

  it('takes a stroke for no name, and 空置 beside it for the state of the room alone', () => {
    const vacant = draft('A座402', '——', null, null, null, '空置');
    expect([vacant.name, vacant.room?.status, vacant.flags]).toEqual(['', 'vacant', []]);
  });

  it('splits two numbers without anything between them, by line ends, and beside words', () => {
    expect(valuesOf(draft('1-1-101', '张三', `${phoneOf(1)}${phoneOf(2)}`), 'phone')).toEqual([
      phoneOf(1),
      phoneOf(2),
    ]);
    expect(valuesOf(draft('1-1-101', '张三', `${phoneOf(1)}\n${phoneOf(2)}`), 'phone')).toEqual([
      phoneOf(1),
      phoneOf(2),
    ]);
    expect(valuesOf(draft('1-1-101', '张三', `夫${phoneOf(1)}妻${phoneOf(2)}`), 'phone')).toEqual([
      phoneOf(1),
      phoneOf(2),
    ]);
  });

  it('understands the room of a family once, and notes the form of the cells in each of its rows', () => {
    const rows = [
      ['1-101', '张三'],
      ['１-101', '李四'],
      ['１-101', '王五'],
      [102, '赵六'],
      ['102', '孙七'],
      ['12345678', '周八'],
      ['12345678', '吴九'],
    ];
    const parsed = parseAll({ name: 'A', rows: [HEADER, ...rows, ['9-9-901', '尾行', phoneOf(99)]] });
    expect(
      [2, 3, 4, 5, 6].map((row) => {
        const { room, notes } = draftIn(parsed, row);
        return [room?.building, room?.room, notes];
      }),
    ).toEqual([
      ['1', '101', []],
      ['1', '101', ['full-width']],
      ['1', '101', ['full-width']],
      ['', '102', ['number-cell']],
      ['', '102', []],
    ]);
    for (const row of [7, 8])
      expect(parsed.get(row)).toMatchObject({ rejected: { reason: 'room-not-understood' } });
  });

  it('does not guess which room a date was', () => {
    expect(rejected({ t: 'n', v: 45000, z: 'm/d' }, '张三').reason).toBe('room-not-understood');
  });

  it('sets a birthday aside that is no date', () => {
    const taken = draft('1-1-101', '张三', null, null, null, null, '1890-13-40');
    expect(taken.values).toEqual([]);
    expect(taken.notes).toContain('birthday-not-valid');
    expect(valuesOf(draft('1-1-101', '张三', null, null, null, null, '1895/3/7'), 'birthday')).toEqual([
      '1895-03-07',
    ]);
  });

  it.each([
    ['=HYPERLINK("http://example.invalid","x")'],
    ["x'); DROP TABLE person;--"],
    ['<img src=x onerror=alert(1)>'],
    ['{{constructor}}'],
    ['../../etc/passwd'],
  ])('takes %s as text', (text) => {
    const taken = draft('1-1-101', text, phoneOf(1), null, null, text);
    expect(taken.name.length).toBeGreaterThan(0);
    expect(valuesOf(taken, 'remark')).toEqual([text]);
  });

  it('takes a name of fifty characters, and direction marks out of one', () => {
    expect(draft('1-1-101', '某'.repeat(50)).name).toBe('某'.repeat(50));
    expect(draft('1-1-101', '张\u202e三\u200f').name).toBe('张三');
  });

  it('takes the row without what is too long for its field', () => {
    const taken = draft('1-1-101', '张三', null, null, null, '说'.repeat(2001));
    expect([taken.values, taken.flags]).toEqual([[], [{ column: 5, why: 'value-too-long' }]]);
  });

  it('takes the room of a row that names nobody, and flags what is said of them', () => {
    const taken = draft('1-1-101', null, phoneOf(1));
    expect([taken.name, taken.values, taken.flags]).toEqual(['', [], [{ column: 2, why: 'no-name' }]]);
    expect(rejected(null, '张三').reason).toBe('no-room');
  });
});

/** The first sheet of `rows`, whose first row is the headings, as drafts and as [name, value, flags]. */
function draftsOf(
  rows: readonly (readonly FixtureCell[])[],
  merges: FixtureSheet['merges'] = [],
): readonly RowDraft[] {
  const sheet = parseWorkbook(encodeSheets([{ name: 'A', rows, merges }], 'xlsx'), 'x').sheets[0]!;
  const columns = proposeTargets(sheet.rows[0]!).flatMap((target, index) =>
    target === null ? [] : [{ index, target }],
  );
  const parse = createRowParser(sheet, columns, { today: TODAY });
  return rows
    .slice(1)
    .flatMap((_, index) => parse(index + 1).flatMap((parsed) => ('draft' in parsed ? [parsed.draft] : [])));
}

describe("what is one person's own", () => {
  const down = (column: number, from: number, until: number) => ({
    s: { r: from, c: column },
    e: { r: until, c: column },
  });
  const heads = ['房号', '姓名', '与户主关系', '联系电话', '身份证号'];

  it("is the first one's where it is merged over several people", () => {
    const drafts = draftsOf(
      [
        heads,
        ['1-1-101', '张明亮', '户主', phoneOf(1), idNumberOf(1)],
        ['', '李小红', '妻', '', ''],
        ['1-1-102', '王大力', '户主', '', ''],
        ['1-1-103', '', '', '', ''],
      ],
      [down(0, 1, 2), down(3, 1, 4), down(4, 1, 2), down(1, 3, 4)],
    );
    expect(
      drafts.map((one) => [one.name, valuesOf(one, 'phone'), valuesOf(one, 'idNumber'), one.flags]),
    ).toEqual([
      ['张明亮', [phoneOf(1)], [idNumberOf(1)], []],
      ['李小红', [], [], []],
      ['王大力', [], [], []],
      ['王大力', [], [], []],
    ]);
  });

  it('is in each row of a name that is merged with it', () => {
    const drafts = draftsOf(
      [heads, ['1-1-101', '张明亮', '', phoneOf(1), ''], ['1-1-102', '', '', '', '']],
      [down(1, 1, 2), down(3, 1, 2)],
    );
    expect(drafts.map((one) => valuesOf(one, 'phone'))).toEqual([[phoneOf(1)], [phoneOf(1)]]);
  });

  it('is parted by spaces where each piece is whole', () => {
    const drafts = draftsOf([
      heads,
      ['1-1-101', '张明亮 李小红', '', `${phoneOf(1)} ${phoneOf(2)}`, `${idNumberOf(1)} ${idNumberOf(2)}`],
    ]);
    expect(
      drafts.map((one) => [one.name, valuesOf(one, 'phone'), valuesOf(one, 'idNumber'), one.flags]),
    ).toEqual([
      ['张明亮', [phoneOf(1)], [idNumberOf(1)], []],
      ['李小红', [phoneOf(2)], [idNumberOf(2)], []],
    ]);
  });
});

it.each([
  '陈一一#1、李二二#2',
  '陈一一 #1 李二二 #2',
  '陈一一\n#1\n李二二\n#2',
  '陈一一：#1/李二二：#2',
  '陈一一、李二二 #1、#2',
  '陈一一（#1）李二二（#2）',
])('several people of a cell have the numbers behind them: %s', (text) => {
  const people = draftsOf([
    ['房号', '业主'],
    ['1-1-101', text.replace('#1', phoneOf(1)).replace('#2', phoneOf(2))],
  ]);
  expect(people.map((one) => [one.name, valuesOf(one, 'phone')])).toEqual([
    ['陈一一', [phoneOf(1)]],
    ['李二二', [phoneOf(2)]],
  ]);
});

it('whoever has a landlord is a tenant, an owner where the landlord says so, and asked to be looked at where none is named', () => {
  const people = draftsOf([
    ['房号', '姓名', '房东'],
    ['1-1-101', '陈一一', '李二二'],
    ['1-1-102', '王三三', '本人'],
    ['1-1-103', '赵四四', ''],
  ]);
  expect(people.map((one) => [one.name, one.relation, one.flags.map(({ why }) => why)])).toEqual([
    ['陈一一', 'tenant', []],
    ['李二二', 'owner', []],
    ['王三三', 'owner', []],
    ['赵四四', 'owner', ['relation-not-known']],
  ]);
});

it.each([
  ['租客姓名：李国强；电话：#', '李国强'],
  ['出租李国强（#）', '李国强'],
  ['房客-李国强/手机#', '李国强'],
  ['租户李国强代缴，电话#', '李国强'],
  ['已出租，租客李国强，电话：#', '李国强'],
  ['租:傅国强/#', '傅国强'],
  ['有事打 #', null],
  ['租约在前台，联系#', null],
])('a mobile number of the remark %s has a person or a flag', (text, name) => {
  const remark = text.replace('#', phoneOf(2));
  const [owner, tenant] = draftsOf([
    ['房号', '姓名', '备注'],
    ['1-1-101', '张明亮', remark],
  ]);
  expect(valuesOf(owner!, 'remark')).toEqual([normaliseText(remark)]);
  expect(tenant === undefined ? null : [tenant.name, tenant.relation, valuesOf(tenant, 'phone')]).toEqual(
    name === null ? null : [name, 'tenant', [phoneOf(2)]],
  );
  expect(owner!.flags.map(({ why }) => why)).toEqual(name === null ? ['person-in-remark'] : []);
});

it('gives the ID number right behind somebody in a remark to them', () => {
  const remark = `承租人李国强（${phoneOf(2)}）身份证${idNumberOf(2)}`;
  const people = draftsOf([
    ['房号', '姓名', '身份证号', '备注'],
    ['1-1-101', '张明亮', idNumberOf(1), remark],
  ]);
  expect(people.map((one) => valuesOf(one, 'idNumber'))).toEqual([[idNumberOf(1)], [idNumberOf(2)]]);
});

it.each([
  [`租户：李国强，${phoneOf(2)}，2025年2月3日到期`, ['', { from: null, until: '2025-02-03' }], []],
  [
    `租给李国强，${phoneOf(2)}，租期2024.3.1至2025.2.28`,
    ['', { from: '2024-03-01', until: '2025-02-28' }],
    [],
  ],
  ['已出租，租期至2025-12-03', null, ['lease-without-tenant']],
])('the lease of the remark %s is its tenant’s, or flagged', (remark, of, whys) => {
  const [owner, tenant] = draftsOf([
    ['房号', '姓名', '备注'],
    ['1-1-101', '张明亮', remark],
  ]);
  expect(tenant === undefined ? null : [tenant.from ?? '', tenant.lease]).toEqual(of);
  expect(owner!.flags.map(({ why }) => why)).toEqual(whys);
});

it('people of a list of tenants alone have their own days, sex and the room above', () => {
  const people = draftsOf([
    ['房号', '租户姓名', '性别', '手机', '入住日期', '退租日期', '备注'],
    ['1-1-101', '李国强', '男', phoneOf(1), '2024-03-01', '2025-02-28', ''],
    ['', '傅小红', '女', phoneOf(2), '2024-03-02', '', ''],
    ['1-1-102', '', '', '', '', '', '空置'],
  ]);
  expect(
    people.map((one) => [one.name, one.relation, one.sex, one.room?.label, one.from, one.until, one.flags]),
  ).toEqual([
    ['李国强', 'tenant', 'male', '1栋1单元101', '2024-03-01', '2025-02-28', []],
    ['傅小红', 'tenant', 'female', '1栋1单元101', '2024-03-02', null, []],
    ['', 'tenant', 'unknown', '1栋1单元102', null, null, []],
  ]);
  expect(people[2]!.room?.status).toBe('vacant');
});

it('the term of a list of spaces is of the space, and an empty shop is said of the room', () => {
  const [space] = draftsOf([
    ['车位号', '业主', '房号', '车牌', '合同起讫时间'],
    ['001', '张明亮', '1-1-101', '', '2024.2.1-2025.1.31'],
  ]);
  expect(space!.spaces.map(({ from, until }) => [from, until])).toEqual([['2024-02-01', '2025-01-31']]);
  expect(space!.flags).toEqual([]);
  const [shop, ...others] = draftsOf([
    ['房号', '业主', '承租人'],
    ['1-1-101', '张明亮', '空置'],
  ]);
  expect([shop!.room?.status, others]).toEqual(['vacant', []]);
});

it('shares of co-owners and relations of family are of whom they stand beside', () => {
  const people = draftsOf([
    ['房号', '业主', '份额', '共有人', '共有人份额', '家庭成员姓名', '家属关系', '家属姓名', '家属关系'],
    ['1-1-101', '张明亮', '', '李国强', '30%', '王小红', '妻子', '张小明', '房东'],
  ]);
  expect(people.map((one) => [one.name, one.relation, one.share])).toEqual([
    ['张明亮', 'owner', null],
    ['李国强', 'co-owner', '30%'],
    ['王小红', 'family', null],
    ['张小明', 'family', null],
  ]);
  expect(people[0]!.flags).toEqual([{ column: 8, why: 'relation-not-known' }]);
});

describe('whoever lives there now', () => {
  /** Name, relation and numbers of the phones (of `phoneOf`) of all whom a row makes; after them the flags of its cells, by column. */
  const of = (status: FixtureCell, occupant: FixtureCell, phone: FixtureCell) => {
    const drafts = draftsOf([
      ['房号', '业主', '业主电话', '现住人', '现住人电话', '居住情况', '租约到期'],
      ['1-1-101', '张明亮', phoneOf(1), occupant, phone, status, '2027-01-31'],
    ]);
    const numbers = [1, 2, 3].map((n) => phoneOf(n));
    return [
      ...drafts.map((one) => [
        one.name,
        one.relation,
        valuesOf(one, 'phone').map((value) => numbers.indexOf(value) + 1),
      ]),
      ...drafts.flatMap(({ flags }) => flags.map(({ column, why }) => `${column} ${why}`)),
    ];
  };
  const ALONE = ['张明亮', 'owner', [1]] as const;

  it.each([
    ['自住', '张明亮', phoneOf(1), [1]],
    ['自住', '张明亮', phoneOf(2), [1, 2]],
    ['出租', '张明亮', phoneOf(2), [1, 2]],
    ['', '本人', phoneOf(2), [1, 2]],
    ['自住', '业主', null, [1]],
  ])('is the owner where the cell names them: %s, %s', (status, occupant, phone, phones) => {
    expect(of(status, occupant, phone).slice(0, 1)).toEqual([['张明亮', 'owner', phones]]);
    expect(of(status, occupant, phone).slice(1)).toEqual(['6 not-taken']);
  });

  it.each(['出租', '已出租', '租住中', '现租', '住宅（出租）', '租户'])(
    'is a tenant, with the lease, where another is named and the room is let: %s',
    (status) => {
      expect(of(status, '李国强', phoneOf(2))).toEqual([ALONE, ['李国强', 'tenant', [2]]]);
    },
  );

  it.each(['', '自住', '待租', '未出租', '自住/出租', '曾出租', '空置', '住宅'])(
    'is nobody, and a flag, where another is named and nothing says who they are: %s',
    (status) => {
      const [owner, ...flags] = of(status, '李国强', phoneOf(2));
      expect(owner).toEqual(ALONE);
      expect(flags).toEqual(expect.arrayContaining(['3 relation-not-known', '4 relation-not-known']));
      expect(flags.every((one) => typeof one === 'string')).toBe(true);
    },
  );

  it('is whom a word beside the name says, and no name where the cell has none', () => {
    expect(of('', '李小红（妻）', phoneOf(2)).slice(0, 2)).toEqual([ALONE, ['李小红', 'family', [2]]]);
    expect(of('出租', '租了三年', phoneOf(2))).toEqual([
      ALONE,
      '3 name-not-valid',
      '4 name-not-valid',
      '6 not-taken',
    ]);
  });
});

it("the owner's own number in a remark is nobody else's", () => {
  const [owner] = draftsOf([
    ['房号', '姓名', '电话', '备注'],
    ['1-1-101', '张明亮', phoneOf(1), `加微信${phoneOf(1)}`],
  ]);
  expect(owner!.flags).toEqual([]);
});

it.each([
  ['50户', '', '', ['name-not-valid']],
  ['12套', '', '', ['name-not-valid']],
  ['开发商保留', '', '', []],
  ['物业用房', '', '', []],
  ['一期剩余', '空置', '', ['name-not-valid']],
])('%s in the place of a name is nobody', (name, status, phone, whys) => {
  const [room, ...more] = draftsOf([
    ['房号', '姓名', '房屋状态', '电话'],
    ['1-1-101', name, status, phone],
  ]);
  expect([room!.name, room!.room?.label, room!.flags.map(({ why }) => why), more]).toEqual([
    '',
    '1栋1单元101',
    whys,
    [],
  ]);
});

it.each([
  ['1栋', '', '1单元101', '1栋1单元101'],
  ['1栋', '2单元', '1单元101', null],
  ['3栋', '', '5栋1801', null],
  ['Block A', '', 'Unit 10A', 'A栋10A'],
  ['1棟', '2單元', '101', '1栋2单元101'],
])('the columns %s, %s and %s are the room %s', (building, unit, room, label) => {
  const [one] = draftsOf([
    ['楼栋', '单元', '房间', '姓名', '电话'],
    [building, unit, room, '张明亮', phoneOf(1)],
  ]);
  expect(one!.room?.label ?? null).toBe(label);
  expect(one!.flags.some(({ why }) => why === 'room-not-understood')).toBe(label === null);
});

it('a day is measured as it is kept', () => {
  const [one] = draftsOf([
    ['房号', '姓名', '出生日期'],
    ['1-1-101', '张明亮', '1898年10月14日'],
  ]);
  expect([valuesOf(one!, 'birthday'), one!.flags]).toEqual([['1898-10-14'], []]);
});

it.each(['空铺', '招租中', '待租', '未出租', '业主自营', '自用', '停业', '装修中'])(
  '%s in the place of a tenant is nobody',
  (words) => {
    expect(vacancyOf(words)).not.toBeNull();
    expect(vacancyOf(`${words}甲乙`)).toBeNull();
  },
);
