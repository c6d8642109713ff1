/** Layouts that are read as a whole before any column is: two rows for a household, rooms that became days, a room and a name in one cell, struck-out cells. */
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { roomsFromDays } from '../../../main/vault/import/days-for-rooms.ts';
import { joinTwoRows } from '../../../main/vault/import/join-two-rows.ts';
import { createRowParser } from '../../../main/vault/import/parse-rows.ts';
import { parseWorkbook } from '../../../main/vault/import/read-workbook.ts';
import { readRoomAndName } from '../../../main/vault/import/room-and-name.ts';
import { struckCells, struckInRecords } from '../../../main/vault/import/struck-cells.ts';
import { transpose } from '../../../main/vault/import/transpose.ts';
import { MARKS, type Sheet, isMarked } from '../../../main/vault/import/workbook.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';

const sheetOf = (rows: readonly (readonly string[])[], marks: Sheet['marks'] = []): Sheet => ({
  name: 'A',
  rows,
  marks,
});

describe('households of two rows', () => {
  const HEADS = [
    ['房号', '姓名', '联系电话'],
    ['', '身份证号', '户籍地址'],
  ];
  const home = (n: number) => [
    [`7-1-10${n}`, '王伟', phoneOf(n)],
    ['', idNumberOf(n), `测试县第${n}村`],
  ];
  const rows = [...HEADS, ...home(1), ...home(2), ...home(3)];

  it('become one row each, the second behind the first', () => {
    expect(joinTwoRows(sheetOf(rows)).rows).toEqual([
      ['房号', '姓名', '联系电话', '', '身份证号', '户籍地址'],
      [],
      ...[1, 2, 3].flatMap((n) => [
        [`7-1-10${n}`, '王伟', phoneOf(n), '', idNumberOf(n), `测试县第${n}村`],
        [],
      ]),
    ]);
  });

  it('may lack their second row, and take no room that is merged over both for another', () => {
    const merged = rows.map((row, at) =>
      at % 2 === 1 && at > 1 ? [rows[at - 1]![0]!, ...row.slice(1)] : row,
    );
    const marks = merged.map((_, at) =>
      at % 2 === 1 && at > 1 ? Uint8Array.of(MARKS.merged, 0, 0) : undefined,
    );
    const alone = [...merged, ['7-1-104', '李红', phoneOf(4)], ['7-1-105', '李明', phoneOf(5)]];
    const joined = joinTwoRows(sheetOf(alone, marks)).rows.filter((row) => row.length > 0);
    expect(joined.map((row) => row.length)).toEqual([6, 6, 6, 6, 3, 3]);
  });

  it.each([
    ['heads of groups', [['房号', '业主', ''], ['', '姓名', '联系电话'], ...rows.slice(2)]],
    ['one row of headings', rows.filter((_, at) => at !== 1)],
    [
      'cells that are not what the second headings say',
      rows.map((row, at) => (at > 2 && at % 2 === 1 ? ['', '张明', '李红'] : row)),
    ],
  ])('are none with %s', (_, given) => {
    const sheet = sheetOf(given);
    expect(joinTwoRows(sheet)).toBe(sheet);
  });
});

describe('headings one below the other', () => {
  const rows = [
    ['9栋名单', '', '', '', ''],
    ['房号', '101', '102', '201', '202'],
    ['业主', '王伟', '李红', '陈一', '周九'],
    ['电话', phoneOf(1), phoneOf(2), phoneOf(3), ''],
    ['党员', '', '是', '', ''],
  ];
  const marks = rows.map((_, row) => (row === 3 ? Uint8Array.of(0, MARKS.number) : undefined));

  it('become headings of a table, with a row for each column beside them', () => {
    const table = transpose(sheetOf(rows, marks));
    expect(table.rows).toEqual([
      ['9栋名单', '', '', '', ''],
      ['房号', '业主', '电话', '党员'],
      ['101', '王伟', phoneOf(1), ''],
      ['102', '李红', phoneOf(2), '是'],
      ['201', '陈一', phoneOf(3), ''],
      ['202', '周九', '', ''],
    ]);
    expect([2, 3].map((row) => isMarked(table, row, 2, MARKS.number))).toEqual([true, false]);
  });

  it.each([
    ['a table with headings in its first row', transpose(sheetOf(rows)).rows],
    [
      'a card with labels in two columns',
      [
        ['房号', '1-1-101', '面积', '71', ''],
        ['业主', '王伟', '电话', phoneOf(1), '照片'],
        ['车牌号', '', '备注', '', ''],
      ],
    ],
    ['cards below one another', [...rows.slice(1), ...rows.slice(1)]],
    ['a sheet whose first column is of other words', [...rows, ['甲'], ['乙'], ['丙']]],
    ['a card whose values are merged', rows.map((row) => row.map((text, at) => (at > 1 ? row[1]! : text)))],
  ])('are none in %s', (_, given) => {
    const sheet = sheetOf(given);
    expect(transpose(sheet)).toBe(sheet);
  });
});

describe('rooms that a spreadsheet took for days', () => {
  const withDays = (texts: readonly string[]): Sheet =>
    sheetOf(
      [['房号'], ...texts.map((text) => [text])],
      [
        undefined,
        ...texts.map((text) =>
          text.startsWith('2024-') ? Uint8Array.of(MARKS.date | MARKS.number) : undefined,
        ),
      ],
    );

  it('are rooms again where the rest of the column proves it, and no days any more', () => {
    const sheet = roomsFromDays(withDays(['2024-01-06', '13-6', '20-12', '2024-12-31', '20-6']));
    expect(sheet.rows.map(([text]) => text)).toEqual(['房号', '1-6', '13-6', '20-12', '12-31', '20-6']);
    expect(isMarked(sheet, 1, 0, MARKS.date)).toBe(false);
  });

  it.each([
    ['days alone', ['2024-01-06', '2024-03-02', '2024-03-04']],
    ['a text that could be a day', ['2024-01-06', '13-6', '20-12', '20-6', '3-4']],
    ['words among them', ['2024-01-06', '13-6', '20-12', '20-6', '3栋4']],
    ['rooms that say nothing of which number is the month', ['2024-01-06', '3-101', '3-102', '3-103']],
  ])('stay days beside %s', (_, texts) => {
    const sheet = withDays(texts);
    expect(roomsFromDays(sheet)).toBe(sheet);
  });
});

describe('a room and a name in one cell', () => {
  it.each([
    ['3-2-1801 王伟', '3-2-1801', '王伟', ''],
    ['3-2-1801－王伟', '3-2-1801', '王伟', ''],
    ['1栋2单元502王伟', '1栋2单元502', '王伟', ''],
    [`12、3-2-1801，王伟，${phoneOf(1)}`, '3-2-1801', '王伟', phoneOf(1)],
  ])('%s', (text, room, name, phone) => {
    expect(readRoomAndName(text)).toEqual({ room, name, phone, plate: '' });
  });

  it('may have a plate at its end, and no word that is none', () => {
    expect(readRoomAndName(`3-2-1801 王伟 ${phoneOf(1)} 桂MA1B2C`)).toMatchObject({ plate: '桂MA1B2C' });
    expect(readRoomAndName(`3-2-1801 王伟 ${phoneOf(1)} 桂IOOOOO`)).toBeNull();
  });

  it.each([
    ['3-2-1801'],
    ['王伟'],
    ['3栋空置'],
    ['3-2-1801 业主'],
    [`王伟 ${phoneOf(1)}`],
    ['3-2-1801 王伟 欠费'],
  ])('%s is not both', (text) => {
    expect(readRoomAndName(text)).toBeNull();
  });

  it('make a row of somebody, whatever the column is called', () => {
    const sheet = sheetOf([['群昵称'], [`3-2-1801 王伟 ${phoneOf(1)}`]]);
    const parse = createRowParser(sheet, [{ index: 0, target: 'roomText' }], { today: 0 });
    const [row] = parse(1);
    expect(row).toMatchObject({
      draft: {
        name: '王伟',
        room: { label: '3栋2单元1801' },
        values: [{ field: 'phone', value: phoneOf(1) }],
        flags: [],
      },
    });
  });
});

/** Of one row, by target. */
const rowsOf = (cells: Readonly<Partial<Record<ColumnTarget, string>>>) => {
  const parse = createRowParser(
    sheetOf([Object.keys(cells), Object.values(cells)]),
    Object.keys(cells).map((target, index) => ({ index, target: target as ColumnTarget })),
    { today: Date.UTC(2026, 10, 30) },
  );
  return parse(1).flatMap((row) => ('draft' in row ? [row.draft] : []));
};

describe('what a cell says of people', () => {
  it('may be that the owner uses the room, which makes no tenant of the words', () => {
    const people = (tenantName: string) =>
      rowsOf({ roomText: '3-2-1801', name: '王伟', tenantName }).map(({ name }) => name);
    expect(people('同业主')).toEqual(['王伟']);
    expect(people('李红')).toEqual(['王伟', '李红']);
  });

  it('may be the month of a birthday whose day a right ID number has', () => {
    const idNumber = idNumberOf(1);
    const month = `${idNumber.slice(6, 10)}.${idNumber.slice(10, 12)}`;
    const day = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
    const birthdayOf = (birthday: string, id: string) =>
      rowsOf({ roomText: '3-2-1801', name: '王伟', idNumber: id, birthday })[0]?.values.find(
        ({ field }) => field === 'birthday',
      )?.value;
    expect(birthdayOf(month, idNumber)).toBe(day);
    expect(birthdayOf('1801.01', idNumber)).toBeUndefined();
    expect(
      birthdayOf(month, `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`),
    ).toBeUndefined();
  });
});

describe('what a cell says of a room', () => {
  const roomOf = (target: 'roomText' | 'floor' | 'status' | 'building', text: string) => {
    const cells = new Map<ColumnTarget, string>([
      ['roomText', '3-2-1801'],
      ['name', '王伟'],
      [target, text],
    ]);
    const sheet = sheetOf([[], [...cells.values()]]);
    const parse = createRowParser(
      sheet,
      [...cells.keys()].map((one, index) => ({ index, target: one })),
      { today: 0 },
    );
    return parse(1).flatMap((row) => ('draft' in row ? [row.draft.room] : []))[0];
  };

  it('may be a floor of how many there are', () => {
    expect(roomOf('floor', '3/11')).toMatchObject({ floor: '3', totalFloors: 11 });
    expect(roomOf('floor', '第3层/共11层')).toMatchObject({ floor: '3', totalFloors: 11 });
    expect(roomOf('floor', '3')).toMatchObject({ floor: '3', totalFloors: null });
  });

  it('may be an estate before the whole address beside its building', () => {
    const place = (estate: string) =>
      rowsOf({ estate, building: '1幢', unit: '1单元', room: '101', name: '王伟' })[0]?.room;
    expect(place('测试苑1幢1单元101室')).toMatchObject({ estate: '测试苑', building: '1', room: '101' });
    expect(place('测试苑2期')).toMatchObject({ estate: '测试苑2期' });
  });

  it('may be an estate behind the number in its street, and no estate where nothing stands there', () => {
    expect(roomOf('roomText', '测试区某路18号南山雅居1栋2单元101号房')).toMatchObject({
      estate: '南山雅居',
      building: '1',
      unit: '2',
    });
    expect(roomOf('roomText', '测试区某路18号1栋2单元101号房')).toMatchObject({
      estate: '',
      building: '1',
      unit: '2',
    });
  });

  it('may be a state in English', () => {
    expect(roomOf('status', 'Occupied')).toMatchObject({ status: 'lived-in' });
  });
});

describe('whoever left', () => {
  const flagsOf = (cells: readonly string[], bits: readonly number[] = []) => {
    const sheet = sheetOf([['房号', '业主', '电话', '备注'], cells], [undefined, Uint8Array.from(bits)]);
    const targets = ['roomText', 'name', 'phone', 'remark'] as const;
    const parse = createRowParser(
      sheet,
      targets.map((target, index) => ({ index, target })),
      { today: 0 },
    );
    return parse(1).flatMap((row) => ('draft' in row ? row.draft.flags : []));
  };
  const gone = (column: number) => ({ column, why: 'may-have-left' });

  it('is flagged with name and phone where the remark says that they sold', () => {
    expect(flagsOf(['3-2-1801', '王伟', phoneOf(1), '已卖，见下行'])).toEqual([gone(1), gone(2)]);
    expect(flagsOf(['3-2-1801', '王伟', phoneOf(1), '车位已卖'])).toEqual([]);
    expect(flagsOf(['3-2-1801', '王伟', phoneOf(1), '狗已经打针'])).toEqual([]);
  });

  it('is flagged in each cell that is struck out', () => {
    expect(flagsOf(['3-2-1801', '王伟', phoneOf(1)], [0, MARKS.struck, 0])).toEqual([gone(1)]);
  });

  it('is found in the styles of an .xlsx', () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['房号', '业主'],
        ['3-2-1801', '王伟'],
      ]),
      '甲',
    );
    const archive = XLSX.CFB.read(XLSX.write(book, { type: 'buffer' }) as Buffer, { type: 'buffer' });
    const change = (name: string, how: (xml: string) => string): void => {
      const at = archive.FullPaths.findIndex((path: string) => path.endsWith(name));
      archive.FileIndex[at]!.content = Buffer.from(
        how(Buffer.from(archive.FileIndex[at]!.content).toString('utf8')),
      );
    };
    change('xl/styles.xml', () => STYLES);
    change('sheet1.xml', (xml) => xml.replace('r="B2"', 'r="B2" s="1"'));
    const bytes = Buffer.from(XLSX.CFB.write(archive, { type: 'buffer', fileType: 'zip' }) as Uint8Array);
    const [sheet] = parseWorkbook(bytes, 'x').sheets;
    expect([0, 1].map((column) => isMarked(sheet!, 1, column, MARKS.struck))).toEqual([false, true]);
  });

  const cellsIn = (struck: ReturnType<typeof struckCells>, sheet = 0): readonly string[] =>
    (struck.get(sheet) ?? []).map(({ row, column }) => `${row} ${column}`);

  it('is found where words of a cell are struck out, such as an old phone before the new one', () => {
    const parts = {
      'xl/styles.xml': '<styleSheet/>',
      'xl/sharedStrings.xml':
        '<sst><si><t>a</t></si><si><r><rPr><strike/></rPr><t>1</t></r><r><rPr><strike val="0"/></rPr><t>2</t></r></si></sst>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml':
        '<row><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>1</v></c></row>',
    };
    const buffers = new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]));
    expect(cellsIn(struckCells(buffers))).toEqual(['1 1']);
  });

  it('is found in the styles of an .ods, of cells, columns, words and what they inherit', () => {
    const line = 'style:text-line-through-style';
    const style = (name: string, how: string, parent = ''): string =>
      `<style:style style:name="${name}"${parent}><style:text-properties ${line}="${how}"/></style:style>`;
    const content = `<a>${style('ce1', 'solid')}${style('ce2', 'none')}<style:style style:name="ce3" style:parent-style-name="ce1"/>
      <table:table><table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:style-name="ce2"/></table:table-row>
      <table:table-row><table:table-cell table:style-name="ce1" table:number-columns-repeated="2"/><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell table:style-name="ce3"/><table:table-cell><text:p><text:span text:style-name="ce1">x</text:span></text:p></table:table-cell></table:table-row>
      </table:table></a>`;
    expect(cellsIn(struckCells(new Map([['content.xml', Buffer.from(content)]])))).toEqual([
      '2 0',
      '2 1',
      '2 2',
      '3 0',
      '3 1',
    ]);
  });

  it('is found in the fonts of an .xls, whose fifth has the number 5', () => {
    const record = (kind: number, ...shorts: readonly number[]): Buffer =>
      Buffer.from(Uint16Array.of(kind, shorts.length * 2, ...shorts).buffer);
    const fonts = [0, 0, 0, 0, 8].map((bits) => record(0x31, 200, bits));
    const formats = [0, 3, 5].map((font) => record(0xe0, font, 0));
    const before = [record(0x809, 0x600), ...fonts, ...formats];
    const globals = Buffer.concat([...before, record(0x85, 0, 0)]);
    const sheet = Buffer.concat([
      record(0x809, 0x600),
      record(0xfd, 1, 0, 1, 0, 0),
      record(0xfd, 1, 1, 2, 0, 0),
      record(0xbd, 2, 3, 1, 0, 0, 2, 0, 0, 4),
    ]);
    const stream = Buffer.concat([...before, record(0x85, globals.length, 0), sheet]);
    expect(cellsIn(struckInRecords(stream))).toEqual(['1 1', '2 4']);
    expect(cellsIn(struckInRecords(stream.subarray(0, -3)))).toEqual(['1 1']);
  });

  it('is looked for in no sheet of a workbook without such a style', () => {
    const parts = new Map([['xl/styles.xml', Buffer.from(STYLES.replace('<strike/>', '<strike val="0"/>'))]]);
    expect(struckCells(parts).size).toBe(0);
  });
});

const STYLES = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts>
<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
