/** Workbooks as offices keep them, made on the spot in their real formats with invented people: layouts, traps, and files that are none. */
import { writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { CellObject, Range, WorkBook } from '@e965/xlsx';
import * as XLSX from '@e965/xlsx';
import { generateHouseholds } from './generate-people.ts';
import { idNumberOf, phoneOf } from './people-drafts.ts';
import { words } from './words.ts';

export const WORKBOOK_FORMATS = words('xlsx xls csv-utf8 csv-bom csv-gbk csv-utf16 csv-utf16be');
export type WorkbookFormat = (typeof WORKBOOK_FORMATS)[number];

/** Text, a number cell, or a cell of the library's own (a date, a format). Null is a blank cell. */
export type FixtureCell = string | number | CellObject | null;

export interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureCell[])[];
  readonly merges?: readonly Range[];
}

/** `A1:C3` counted from 0: rows r1–r2, columns c1–c2. */
export const area = (r1: number, c1: number, r2: number, c2: number): Range => ({
  s: { r: r1, c: c1 },
  e: { r: r2, c: c2 },
});

/** A header row, as its words stand beside one another in the table. */
export const cellsOf = (words: string): readonly string[] => words.split(' ');

export const ROOM_AND_OWNER = cellsOf(
  '楼号 单元 房间 楼层 房屋类型 房屋户型 建筑面积 房屋状态 业主名称 性别 手机号 身份证号 业主类型',
);
export const OWNER_LIST = cellsOf('编号 房号 业主名称 性别 年龄 手机号 身份证号 业主类型 业主编号');

/** Writes sheets in one of the formats; a `.csv` takes the first sheet, with numbers as a spreadsheet prints them. */
export function writeSheets(path: string, sheets: readonly FixtureSheet[], format: WorkbookFormat): void {
  writeFileSync(path, encodeSheets(sheets, format));
}

export function encodeSheets(sheets: readonly FixtureSheet[], format: WorkbookFormat): Buffer {
  switch (format) {
    case 'xlsx':
      return XLSX.write(bookOf(sheets), {
        type: 'buffer',
        bookType: 'xlsx',
        bookSST: true,
        compression: true,
      }) as Buffer;
    case 'xls':
      return XLSX.write(bookOf(sheets), { type: 'buffer', bookType: 'biff8' }) as Buffer;
    case 'csv-utf8':
      return Buffer.from(csvOf(sheets), 'utf8');
    case 'csv-bom':
      return Buffer.from(`\ufeff${csvOf(sheets)}`, 'utf8');
    case 'csv-gbk':
      return encodeGbk(csvOf(sheets));
    case 'csv-utf16':
      return Buffer.from(`\ufeff${csvOf(sheets)}`, 'utf16le');
    case 'csv-utf16be':
      return Buffer.from(`\ufeff${csvOf(sheets)}`, 'utf16le').swap16();
  }
}

function bookOf(sheets: readonly FixtureSheet[]): WorkBook {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][], { dense: true });
    if (merges !== undefined) sheet['!merges'] = [...merges];
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return book;
}

function csvOf(sheets: readonly FixtureSheet[]): string {
  const quoted = (cell: FixtureCell): string => {
    const value =
      cell !== null && typeof cell === 'object' ? (cell.w ?? String(cell.v ?? '')) : String(cell ?? '');
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return (sheets[0]?.rows ?? []).map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

let gbkTable: Map<string, number> | undefined;

/** GBK, whose table is read out of the decoder, and beyond the basic plane the four bytes of GB18030; another character that it does not have becomes `?`. */
export function encodeGbk(text: string): Buffer {
  gbkTable ??= readGbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x10000) {
      bytes.push(...fourBytesOf(code));
      continue;
    }
    const pair = code < 0x80 ? undefined : (gbkTable.get(character) ?? 0x3f);
    if (pair === undefined) bytes.push(code);
    else if (pair < 0x100) bytes.push(pair);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}

/** GB 18030: from U+10000 on in one line, 90 30 81 30 and up, in digits of 10, 126, 10 and 126. */
function fourBytesOf(code: number): readonly number[] {
  const at = code - 0x10000;
  return [
    0x90 + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1_260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ];
}

function readGbkTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, lead * 256 + trail);
    }
  }
  return table;
}

// --- an estate, for tests of the whole and for benches

interface WorkbookOptions {
  /** People, one row each. */
  readonly residents: number;
  readonly format: WorkbookFormat;
  readonly seed?: number;
  readonly layout?: 'room-and-owner' | 'owner-list';
  /** Phones as number cells, as a spreadsheet keeps them unless told otherwise. Default true. */
  readonly numericPhones?: boolean;
}

const RELATION_WORDS = {
  owner: '业主',
  'co-owner': '共有人',
  'right-of-residence': '居住权人',
  family: '家属',
  tenant: '租户',
  temporary: '临时',
} as const;
const SEX_WORDS = { male: '男', female: '女', unknown: '' } as const;

/** A generated estate under a title row, in the layout of a room and its owner per row (or of an owner list). */
export function writeWorkbook(path: string, options: WorkbookOptions): void {
  writeSheets(path, [estateSheet(options)], options.format);
}

export function estateSheet({
  residents,
  seed = 1,
  layout = 'room-and-owner',
  numericPhones = true,
}: WorkbookOptions): FixtureSheet {
  const rows: FixtureCell[][] = [];
  for (const household of generateHouseholds({ residents, seed })) {
    for (const person of household.people) {
      const { parsed } = household;
      const phone = person.sealed.find(({ field }) => field === 'phone')?.value ?? '';
      const phoneCell = numericPhones && /^\d+$/.test(phone) ? Number(phone) : phone;
      const id = person.sealed.find(({ field }) => field === 'idNumber')?.value ?? '';
      const about = [person.name, SEX_WORDS[person.sex]] as const;
      const kind = person.kind === 'company' ? '公司' : RELATION_WORDS[person.relation];
      rows.push(
        layout === 'room-and-owner'
          ? [
              parsed.building,
              parsed.unit,
              parsed.room,
              Number(household.floor),
              '住宅',
              household.layout,
              household.area,
              household.status,
              ...about,
              phoneCell,
              id,
              kind,
            ]
          : [
              rows.length + 1,
              [parsed.building, parsed.unit, parsed.room].filter((part) => part !== '').join('-'),
              ...about,
              null,
              phoneCell,
              id,
              kind,
              null,
            ],
      );
    }
  }
  const header = layout === 'room-and-owner' ? ROOM_AND_OWNER : OWNER_LIST;
  return {
    name: '业主信息',
    rows: [['测试花园业主信息登记表'], [...header], ...rows],
    merges: [area(0, 0, 0, header.length - 1)],
  };
}

// --- the traps

/** 18 digits as a spreadsheet leaves them when they were typed as a number: fifteen, then zeros. */
const cutId = (id: string): number => Number(`${id.slice(0, 15)}000`);
/** Wrong in its check character alone. */
export const withWrongCheck = (id: string): string => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
/** As it was before 1999: without the century and the check character. Only numbers of the 1900s have one. */
export const OLD_ID = '450102000101001';
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/**
 * The room-and-owner layout with every trap in it: two title rows, a room merged over a family, an owner merged over two
 * rooms, numeric and full-width phones and IDs, placeholders, two phones in a cell, a wrong check digit, a cut ID, an old
 * ID, a blank row, a repeated header, cells that cannot be read, an empty flat, instructions below. Rows are named in the remark.
 */
export function trapSheet(): FixtureSheet {
  const header = [...ROOM_AND_OWNER, '备注'];
  const blank: FixtureCell[] = [];
  const person = (
    place: readonly FixtureCell[],
    name: FixtureCell,
    phone: FixtureCell,
    id: FixtureCell,
    remark: string,
    kind: FixtureCell = '业主',
  ): FixtureCell[] => [...place, 3, '住宅', '三室两厅', 98.5, '已入住', name, '女', phone, id, kind, remark];
  const family: FixtureCell[] = [null, null, null, null, null, null, null, null];
  const rows: FixtureCell[][] = [
    ['测试花园业主信息登记表'],
    ['填表人：前台', null, null, null, '日期：2026年1月'],
    header,
    /* 4 */ person([3, 2, 1801], '张明', Number(phoneOf(1)), idNumberOf(1), 'numeric phone'),
    /* 5 */ [...family, '李晓红', '女', phoneOf(2), idNumberOf(2), '家属', 'merged room'],
    /* 6 */ person(['4', '1', '201'], '王伟', fullWidth(phoneOf(3)), fullWidth(idNumberOf(3)), 'full width'),
    /* 7 */ person(['4', '1', '202'], '赵敏', '18999999999', '111111111111111111', 'placeholders'),
    /* 8 */ person(['4', '1', '301'], '孙丽', `${phoneOf(5)}/${phoneOf(6)}`, idNumberOf(5), 'two phones'),
    /* 9 */ person(['4', '1', '302'], '周强', phoneOf(7), withWrongCheck(idNumberOf(7)), 'check digit'),
    /* 10 */ person(['4', '1', '401'], '吴静', phoneOf(8), cutId(idNumberOf(8)), 'cut ID'),
    blank,
    header,
    /* 13 */ person(['4', '1', '402'], '郑海', phoneOf(9), OLD_ID, 'old ID'),
    /* 14 */ person(['5', '1', '101'], '冯涛', phoneOf(10), idNumberOf(10), 'first of two rooms'),
    /* 15 */ ['5', '1', '102', 1, '住宅', '两室一厅', 80, '空闲'],
    /* 16 */ person(['5', '1', '103'], null, phoneOf(11), idNumberOf(11), 'no name'),
    /* 17 */ person([null, null, null], '何平', phoneOf(12), idNumberOf(12), 'no room'),
    /* 18 */ person(['5', '1', '104'], '罗飞', '1.41E+10', idNumberOf(13), 'phone lost'),
    /* 19 */ person(['5', '1', '105'], '梁超', phoneOf(14), '4501021890', 'ID too short'),
    /* 20 */ person(['5', '1', '106'], '某'.repeat(51), phoneOf(15), idNumberOf(15), 'name too long'),
    /* 21 */ person(
      ['5', '1', '107'],
      '宋洋',
      `${phoneOf(16)}（妻子）`,
      idNumberOf(16),
      'words by the phone',
    ),
    /* 22 */ person(['6', '1', '101'], '测试商贸有限公司', phoneOf(17), null, 'company', '公司'),
    /* 23 */ ['6', '1', '102', 1, '住宅', '两室一厅', 80, '未销售'],
    blank,
    ['填写说明：'],
    ['1、手机号必须为11位数字，身份证号必须为18位'],
    ['2、没有的写“无”'],
  ];
  return {
    name: '业主信息',
    rows,
    merges: [
      area(0, 0, 0, header.length - 1),
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((column) => area(3, column, 4, column)),
      ...[8, 9, 10, 11, 12, 13].map((column) => area(13, column, 14, column)),
      area(24, 0, 24, header.length - 1),
    ],
  };
}

/** Why cells of the trap rows are flagged; numbers as the spreadsheet shows them. */
export const TRAP_FLAGS: Readonly<Record<number, readonly string[]>> = {
  7: ['placeholder', 'placeholder'],
  9: ['id-check-digit'],
  10: ['id-cut'],
  16: ['no-name', 'no-name', 'no-name'],
  17: ['no-room'],
  18: ['phone-not-valid'],
  19: ['id-not-valid'],
  20: ['name-not-valid', 'no-name', 'no-name', 'no-name'],
};
/** All of them come in. */
export const TRAP_ROWS = [4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] as const;

/**
 * One row per member of a family, with room columns blank or repeated, relations in their column or in brackets behind the
 * name; several owners in one cell with phones and IDs joined likewise; phones in a remark.
 */
export function familySheet(): FixtureSheet {
  return {
    name: '住户',
    rows: [
      ['房号', '姓名', '与业主关系', '手机号', '身份证号', '备注'],
      /* 2 */ ['3-2-1801', '张明', '业主', phoneOf(1), idNumberOf(1)],
      /* 3 */ [null, '李晓红', '夫妻', phoneOf(2), idNumberOf(2)],
      /* 4 */ [null, '张小明', '之子', null, idNumberOf(3)],
      /* 5 */ ['3-2-1801', '张大山', '父母', phoneOf(4)],
      /* 6 */ ['3-2-1802', '王伟', '户主', phoneOf(5)],
      /* 7 */ [null, '赵敏（配偶）', null, phoneOf(6)],
      /* 8 */ [null, '钱多', '业主', phoneOf(7)],
      [],
      /* 10 */ [null, '孙丽', '家属', phoneOf(8)],
      /* 11 */ [
        '4-1-101',
        '周强、吴静',
        '业主',
        `${phoneOf(9)}、${phoneOf(10)}`,
        `${idNumberOf(9)}/${idNumberOf(10)}`,
      ],
      /* 12 */ ['4-1-102', '郑海，王兰;冯涛', null, phoneOf(11)],
      /* 13 */ ['4-1-103', '陈光/许梅', null, `${phoneOf(12)}/${phoneOf(13)}/${phoneOf(14)}`],
      /* 14 */ ['4-1-104', '何平', null, phoneOf(15), null, `儿子电话${phoneOf(16)}，有事打 0778-2123456`],
      /* 15 */ ['4-1-105', '罗飞', null, phoneOf(17), null, `证件${idNumberOf(17)}`],
      /* 16 */ ['4-1-106', '梁超、宋洋', '租户', null, idNumberOf(18)],
    ],
  };
}

/** Sheets that refer to one another by the owner's code, by name and phone, and by name and room; some of them to nobody. */
export function referringSheets(): readonly FixtureSheet[] {
  return [
    {
      name: '车辆',
      rows: [
        ['车牌号', '业主', '手机号', '业主编号', '品牌', '类型', '颜色', '停车场', '车位', '起租', '截止'],
        /* 2 */ [
          '桂A10001',
          '张明',
          phoneOf(1),
          null,
          '五菱',
          '小型',
          '白',
          '地下一层',
          'B1-018',
          '2026-01-01',
          '2026-12-31',
        ],
        /* 3 */ ['桂A10002', null, null, 'Y002'],
        /* 4 */ ['桂A10003', '无此人', phoneOf(77)],
        /* 5 */ ['桂A10004', '李晓红', null, null],
        /* 6 */ ['桂A10005', null, null, 'Y099'],
      ],
    },
    {
      name: '房间',
      rows: [
        ['楼号', '单元', '房间', '业主编号', '建筑面积'],
        /* 2 */ ['3', '2', '1801', 'Y001', 98.5],
        /* 3 */ ['3', '2', '1802', 'Y002', 88],
        /* 4 */ ['3', '2', '1803', null, 70],
        /* 5 */ ['3', '2', '1804', 'Y098', 70],
      ],
    },
    {
      name: '业主',
      rows: [
        ['编号', '业主名称', '性别', '手机号', '身份证号', '业主编号'],
        /* 2 */ [1, '张明', '男', phoneOf(1), idNumberOf(1), 'Y001'],
        /* 3 */ [2, '李晓红', '女', null, null, 'Y002'],
        /* 4 */ [3, '王伟', '男', null, null, 'Y003'],
      ],
    },
  ];
}

// --- files that are no workbook

/** A compound file that holds the streams of a workbook with a password ([MS-OFFCRYPTO] 2.3.4). */
export function encryptedWorkbook(): Buffer {
  const container: unknown = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096, 7));
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

/** The first half of a real workbook. */
export function brokenWorkbook(): Buffer {
  const whole = encodeSheets([trapSheet()], 'xlsx');
  return whole.subarray(0, whole.length / 2);
}

export const emptyWorkbook = (): Buffer => encodeSheets([{ name: 'Sheet1', rows: [[]] }], 'xlsx');

/** Rows in plenty, none of which says who or where. */
export const workbookWithoutColumns = (): Buffer =>
  encodeSheets([{ name: '库存', rows: [['仓库说明'], ['灯泡在二楼'], ['水管在地下室']] }], 'xlsx');

/** A well-formed archive whose one sheet unpacks to `bytes` zeros. */
export function bombWorkbook(bytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes, 0x20));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
