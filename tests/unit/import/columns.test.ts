import { describe, expect, it } from 'vitest';
import { USUAL_POLICY } from '../../../contract/policy/lists.ts';
import { describeSheet, describeWorkbook } from '../../../main/vault/import/describe-workbook.ts';
import { NO_ESTATES } from '../../../main/vault/import/estates.ts';
import { findDataRows, findHeader, NO_HEADER } from '../../../main/vault/import/find-table.ts';
import { headersOf, proposeTargets } from '../../../main/vault/import/map-columns.ts';
import { normaliseHeader, targetOfHeader } from '../../../main/vault/import/read-heading.ts';
import { parseWorkbook } from '../../../main/vault/import/read-workbook.ts';
import type { Sheet } from '../../../main/vault/import/workbook.ts';
import { MAX_FIRST_CELLS, MAX_FIRST_ROWS } from '../../../contract/import/lists.ts';
import { columnTargetSchema, workbookSheetSchema } from '../../../contract/import/views.ts';
import {
  encodeSheets,
  OWNER_LIST,
  ROOM_AND_OWNER,
  trapSheet,
  workbookWithoutColumns,
} from '../../support/fixture-workbooks.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';

const sheetOf = (rows: readonly (readonly string[])[]): Sheet => ({ name: 'A', rows, marks: [] });

/** What is proposed for each header in its turn: `-` where it is left out. */
const proposed = (headers: readonly string[]): string =>
  proposeTargets(headers)
    .map((target) => target ?? '-')
    .join(' ');

describe('headers', () => {
  it('are read through stars, brackets, widths, spaces and numbers', () => {
    expect(normaliseHeader(' 手机号＊（必填）')).toBe('手机号');
    expect(targetOfHeader('联 系 电 话2：')).toBe('phone');
    expect(targetOfHeader('ＩＤ')).toBe('idNumber');
    expect(targetOfHeader('业主编号')).toBe('ownerCode');
    expect(targetOfHeader('年龄')).toBeNull();
  });

  it('are told by the nearest of the heads above them', () => {
    expect(targetOfHeader('房屋信息/面积（㎡）/建筑')).toBe('area');
    expect(targetOfHeader('房屋信息/面积（㎡）/套内')).toBe('innerArea');
    expect(targetOfHeader('权证面积')).toBe('area');
  });

  it('of the two layouts in use go where they belong', () => {
    expect(proposed(ROOM_AND_OWNER)).toBe(
      'building unit room floor usage layout area status name sex phone idNumber relation',
    );
    expect(proposed(OWNER_LIST)).toBe('- roomText name sex - phone idNumber relation ownerCode');
  });

  it('call 房号 the room where a building has its column, and leave it out where the room has one too', () => {
    expect(proposeTargets(['楼栋', '单元', '房号', '姓名'])).toEqual(['building', 'unit', 'room', 'name']);
    expect(proposeTargets(['房屋编码', '楼栋', '房间', '姓名'])).toEqual([null, 'building', 'room', 'name']);
    expect(proposeTargets(['房屋编码', '姓名'])).toEqual(['roomText', 'name']);
  });

  it('take several phones, one name', () => {
    expect(proposed(['姓名', '名称', '电话1', '电话2', '房号'])).toBe('name - phone phone roomText');
  });
});

describe('the table', () => {
  it('has its header below the titles, and no instructions', () => {
    const sheet = parseWorkbook(encodeSheets([trapSheet()], 'xlsx'), 'x').sheets[0]!;
    expect(findHeader(sheet)).toBe(2);
    expect(findDataRows(sheet, 2).map((row) => row + 1)).toEqual([
      4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
    ]);
  });

  it('keeps an empty flat at its end, and drops sums and signatures', () => {
    const rows = [
      ['房号', '姓名', '手机号', '性别'],
      ['3-2-1801', '张三', '', '男'],
      ['3-2-1802'],
      ['合计', '2'],
      ['制表人：前台', '', '审核人：主管'],
      ['1、一户一行。'],
    ];
    expect(findDataRows(sheetOf(rows), 0)).toEqual([1, 2]);
  });

  it('is not found where nothing says who or where', () => {
    expect(findHeader(sheetOf([['品名', '电话', '性别']]))).toBeUndefined();
    const workbook = parseWorkbook(workbookWithoutColumns(), 'x');
    expect(() => describeWorkbook(USUAL_POLICY, workbook, [], NO_ESTATES)).toThrow(
      expect.objectContaining({ code: 'workbook-no-columns' }),
    );
  });
});

describe('a table whose headers are all unknown', () => {
  const described = (rows: readonly (readonly string[])[]) =>
    describeWorkbook(USUAL_POLICY, { fileName: 'x', sheets: [sheetOf(rows)] }, [], NO_ESTATES);

  it('opens with its first rows, masked, by which its header is chosen', () => {
    const [sheet] = described([
      ['某小区名册'],
      [],
      ['2024年哪一户', '谁', '怎么找'],
      ['3-2-1801', '张明亮', phoneOf(12)],
      ['3-2-1802', '李晓红', idNumberOf(14)],
    ]);
    expect(workbookSheetSchema.parse(sheet)).toEqual(sheet);
    expect(sheet).toMatchObject({ headerRow: null, dataRows: 4, columns: [] });
    expect(sheet?.firstRows).toEqual([
      { row: 1, cells: ['某***'] },
      { row: 3, cells: ['2***', '谁***', '怎***'] },
      { row: 4, cells: ['3***', '张***', '1***'] },
      { row: 5, cells: ['3***', '李***', `${idNumberOf(14)[0]}***`] },
    ]);
  });

  it('is found where its columns plainly have names and rooms below words alone', () => {
    const rows = [
      ['3-2-1801', '张明亮', phoneOf(12)],
      ['3-2-1802', '李晓红', phoneOf(13)],
    ];
    const headerOf = (heads: readonly string[]) =>
      described([['某小区名册'], [], heads, ...rows])[0]?.headerRow;
    expect(headerOf(['哪一户', '谁', '怎么找'])).toBe(3);
    expect(headerOf(['哪一户', '王小明', '怎么找'])).toBeNull();
    expect(headerOf(['哪一户', '谁', '谁'])).toBeNull();
  });

  it('shows no more of them than a screen takes', () => {
    const [sheet] = described(Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => '甲')));
    expect(sheet?.firstRows).toHaveLength(MAX_FIRST_ROWS);
    for (const { cells } of sheet!.firstRows) expect(cells).toHaveLength(MAX_FIRST_CELLS);
  });

  it('has none at all where somebody says so: every column that holds anything, the titles and instructions left out', () => {
    const sheet = sheetOf([
      ['某小区名册'],
      ['3-2-1801', '张明亮', '', phoneOf(12)],
      ['3-2-1802', '李晓红', '', idNumberOf(14)],
      ['3-2-1803'],
      [],
      ['填表说明：一户一行。'],
    ]);
    expect(findDataRows(sheet, NO_HEADER)).toEqual([1, 2, 3]);
    const described = describeSheet(USUAL_POLICY, sheet, NO_HEADER, null);
    expect(workbookSheetSchema.parse(described)).toEqual(described);
    expect(described).toMatchObject({
      headerRow: 0,
      dataRows: 3,
      otherRows: 2,
      remembered: false,
      firstRows: [],
    });
    expect(described.columns).toEqual([
      { index: 0, header: '', target: 'roomText', sure: true, sample: '3-2-1801' },
      { index: 1, header: '', target: 'name', sure: true, sample: '张**' },
      { index: 3, header: '', target: null, sure: false, sample: '1***' },
    ]);
  });

  it('is handed back under headers that are known, whatever its columns were said to be', () => {
    const targets = columnTargetSchema.options.flatMap((one) => one.options);
    for (const target of targets) {
      // What speaks of a vehicle is known beside a plate.
      const columns =
        target === 'plate'
          ? [{ index: 1, target }]
          : [
              { index: 1, target },
              { index: 3, target: 'plate' as const },
            ];
      const headers = headersOf(columns, 4);
      expect(headers).toHaveLength(4);
      expect(proposeTargets(headers)[1], target).toBe(target);
    }
  });

  it('is none where no two rows have two columns', () => {
    for (const rows of [
      [['第一条'], ['第二条'], ['第三条']],
      [['第一条', '第二条'], ['第三条']],
    ])
      expect(() => described(rows)).toThrow(expect.objectContaining({ code: 'workbook-no-columns' }));
  });
});

describe('what the screen sees before a PIN', () => {
  const rows = [
    ['姓名', '手机号', '身份证号', '房号', '楼层', '未知列', '性别', '另一列'],
    ['张明亮', phoneOf(12), idNumberOf(12), '3-2-1801', phoneOf(13), idNumberOf(14), '女', '李晓红'],
  ];
  const shown = describeWorkbook(
    USUAL_POLICY,
    parseWorkbook(
      encodeSheets(
        [
          { name: 'A', rows },
          { name: '空表', rows: [['说明']] },
        ],
        'xlsx',
      ),
      'x.xlsx',
    ),
    [],
    NO_ESTATES,
  );

  it('keeps to the contract and shows a sheet without a table as such', () => {
    for (const sheet of shown) expect(workbookSheetSchema.parse(sheet)).toEqual(sheet);
    expect(shown.map(({ name, headerRow, dataRows }) => [name, headerRow, dataRows])).toEqual([
      ['A', 1, 1],
      ['空表', null, 1],
    ]);
  });

  it('holds no value in clear, whatever column it stands in', () => {
    const text = JSON.stringify(shown);
    for (const value of ['张明亮', '李晓红', phoneOf(12), idNumberOf(12), phoneOf(13), idNumberOf(14)])
      expect(text).not.toContain(value);
    expect(shown[0]?.columns.map(({ sample }) => sample)).toEqual([
      '张**',
      '141****0012',
      `${idNumberOf(12)[0]}****************${idNumberOf(12)[17]}`,
      '3-2-1801',
      '1***',
      '4***',
      '女',
      '李***',
    ]);
  });
});

it('headings in English are read by their words, and traditional ones as simplified', () => {
  expect(
    proposeTargets(
      "Block|Unit No.|Owner's Name|Contact No.|ID / Passport No.|E-mail|Move-in Date|Car Plate|Remarks|Tenant Phone".split(
        '|',
      ),
    ),
  ).toEqual([
    'building',
    'room',
    'name',
    'phone',
    'idNumber',
    'email',
    'moveIn',
    'plate',
    'remark',
    'tenantPhone',
  ]);
  expect(proposeTargets('樓棟|單元|室號|業主姓名|聯絡電話|身份證號碼'.split('|'))).toEqual([
    'building',
    'unit',
    'room',
    'name',
    'phone',
    'idNumber',
  ]);
  expect(proposeTargets(['Owner ID', 'Agent Phone', 'Unit'])).toEqual(['ownerCode', null, 'unit']);
});
