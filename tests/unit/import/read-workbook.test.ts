import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import { decodeText } from '../../../main/vault/tables/decode-text.ts';
import { parseDelimited } from '../../../main/vault/import/parse-delimited.ts';
import { MAX_BEYOND, MAX_CELL_CHARACTERS, MAX_CHARACTERS } from '../../../main/vault/import/limits.ts';
import { openWorkbook, parseWorkbook } from '../../../main/vault/import/read-workbook.ts';
import { unzipWorkbook } from '../../../main/vault/import/unzip-workbook.ts';
import { isMarked, MARKS } from '../../../main/vault/import/workbook.ts';
import {
  area,
  bombWorkbook,
  brokenWorkbook,
  emptyWorkbook,
  encodeGbk,
  encodeSheets,
  encryptedWorkbook,
  trapSheet,
  WORKBOOK_FORMATS,
  writeSheets,
} from '../../support/fixture-workbooks.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { processorMs } from '../../support/processor-time.ts';
import { forAllIn } from '../../support/for-all.ts';

const errorOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
};

describe('formats', () => {
  it.each(WORKBOOK_FORMATS)('reads names and whole phones from %s', async (format) => {
    const path = join(makeTempDir(), 'book');
    writeSheets(
      path,
      [
        {
          name: 'A',
          rows: [
            ['姓名', '手机号'],
            ['张三', Number(phoneOf(1))],
            ['李四', phoneOf(2)],
          ],
        },
      ],
      format,
    );
    const { sheets } = await openWorkbook(path);
    expect(sheets[0]?.rows).toEqual([
      ['姓名', '手机号'],
      ['张三', phoneOf(1)],
      ['李四', phoneOf(2)],
    ]);
  });

  it('knows UTF-16 without a mark by its zeros, and GB18030 by what UTF-8 refuses', () => {
    const text = '房号,业主\r\n3-2-1801,张三\r\n';
    expect(decodeText(Buffer.from(text, 'utf16le'))).toBe(text);
    expect(decodeText(Buffer.from(text, 'utf16le').swap16())).toBe(text);
    expect(decodeText(encodeGbk(text))).toBe(text);
    const rare = '房号,姓名\n3-2-1801,𠮷野𡃁\n3-2-1802,张𪚥';
    expect(encodeGbk(rare).length).toBeGreaterThan(encodeGbk(rare.replaceAll(/[𠮷𡃁𪚥]/gu, '?')).length + 8);
    expect(decodeText(encodeGbk(rare))).toBe(rare);
    expect(decodeText(Uint8Array.of(0xff, 0xff, 0x00, 0x01))).toBeUndefined();
  });

  it('takes a csv apart as RFC 4180 and spreadsheets write it', () => {
    expect(parseDelimited('a,"b,""c""\r\nd",e\r\n1,,3')).toEqual([
      ['a', 'b,"c"\r\nd', 'e'],
      ['1', '', '3'],
    ]);
    expect(parseDelimited('a\tb\tc,d\n1\t2\t3\n')).toEqual([
      ['a', 'b', 'c,d'],
      ['1', '2', '3'],
    ]);
    expect(parseDelimited('sep=;\na;b\n')).toEqual([[], ['a', 'b']]);
    expect(parseDelimited('"open')).toEqual([['open']]);
  });

  it('does not take a csv that begins with ID for another format', () => {
    expect(parseWorkbook(Buffer.from('ID,姓名\n1,张三\n'), 'x.csv').sheets[0]?.rows[1]).toEqual([
      '1',
      '张三',
    ]);
  });
});

describe('numbers in cells', () => {
  const only = (cell: unknown, format: 'xlsx' | 'xls' = 'xlsx') => {
    const sheet = parseWorkbook(encodeSheets([{ name: 'A', rows: [[cell as never]] }], format), 'x')
      .sheets[0];
    return {
      text: sheet?.rows[0]?.[0],
      cut: isMarked(sheet!, 0, 0, MARKS.cut),
      number: isMarked(sheet!, 0, 0, MARKS.number),
      date: isMarked(sheet!, 0, 0, MARKS.date),
    };
  };

  it.each(['xlsx', 'xls'] as const)('gives a phone its eleven digits in %s', (format) => {
    expect(only({ t: 'n', v: Number(phoneOf(7)), z: '0.00E+00' }, format)).toEqual({
      text: phoneOf(7),
      cut: false,
      number: true,
      date: false,
    });
  });

  it('notices a number beyond fifteen digits, which the spreadsheet cut', () => {
    const cut = Number(`${idNumberOf(1).slice(0, 15)}000`);
    expect(only(cut)).toMatchObject({ text: `${idNumberOf(1).slice(0, 15)}000`, cut: true });
    expect(only(Number(idNumberOf(1).slice(0, 15)))).toMatchObject({ cut: false });
  });

  it('keeps the zeros and words that a format adds, and drops what it takes away', () => {
    expect(only({ t: 'n', v: 101, z: '0000' }).text).toBe('0101');
    expect(only({ t: 'n', v: 3, z: '0"栋"' }).text).toBe('3栋');
    expect(only({ t: 'n', v: 14100000001, z: '#,##0.00' }).text).toBe('14100000001');
    expect(only({ t: 'n', v: 98.5, z: '0' }).text).toBe('98.5');
    expect(only(0.1 + 0.2).text).toBe('0.3');
  });

  it('gives dates as dates', () => {
    expect(only({ t: 'n', v: 45000, z: 'yyyy/m/d' })).toMatchObject({ text: '2023-03-15', date: true });
  });

  it('unwraps the forms by which a csv keeps text text', () => {
    expect(
      parseWorkbook(Buffer.from(`="${phoneOf(1)}",'${phoneOf(2)},\t${phoneOf(3)}\u00a0,'quoted'\n`), 'x')
        .sheets[0]?.rows[0],
    ).toEqual([phoneOf(1), phoneOf(2), phoneOf(3), "'quoted'"]);
  });
});

describe('merged cells', () => {
  it.each(['xlsx', 'xls'] as const)('carries a value down its area, not sideways, in %s', (format) => {
    const bytes = encodeSheets(
      [
        {
          name: 'A',
          rows: [
            ['房号', null, '姓名'],
            ['1-101', null, '张三'],
            [null, null, '李四'],
            [null, null, '王五'],
          ],
          merges: [area(1, 0, 2, 1)],
        },
      ],
      format,
    );
    const sheet = parseWorkbook(bytes, 'x').sheets[0]!;
    expect(sheet.rows).toEqual([
      ['房号', '', '姓名'],
      ['1-101', '', '张三'],
      ['1-101', '', '李四'],
      ['', '', '王五'],
    ]);
    expect(isMarked(sheet, 2, 0, MARKS.merged)).toBe(true);
    expect(isMarked(sheet, 3, 0, MARKS.merged)).toBe(false);
  });
});

describe('files that are no workbook', () => {
  it('names what is wrong', () => {
    expect(errorOf(() => parseWorkbook(Buffer.alloc(0), 'x'))).toBe('workbook-empty');
    expect(errorOf(() => parseWorkbook(emptyWorkbook(), 'x'))).toBe('workbook-empty');
    expect(errorOf(() => parseWorkbook(Buffer.from('\ufeff\r\n,,\r\n'), 'x'))).toBe('workbook-empty');
    expect(errorOf(() => parseWorkbook(brokenWorkbook(), 'x'))).toBe('workbook-unreadable');
    expect(errorOf(() => parseWorkbook(encryptedWorkbook(), 'x'))).toBe('workbook-encrypted');
    expect(
      errorOf(() => parseWorkbook(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'x')),
    ).toBe('workbook-unreadable');
    expect(
      errorOf(() =>
        parseWorkbook(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'x'),
      ),
    ).toBe('workbook-unreadable');
  });

  it('refuses a path that is not there', async () => {
    await expect(openWorkbook(join(makeTempDir(), 'none.xlsx'))).rejects.toMatchObject({
      code: 'workbook-unreadable',
    });
  });

  it('stops an archive that unpacks to more than the budget', () => {
    expect(errorOf(() => unzipWorkbook(bombWorkbook(3_000_000), 2_000_000))).toBe('workbook-too-large');
    expect(unzipWorkbook(bombWorkbook(3_000_000), 4_000_000).get('xl/worksheets/sheet1.xml')?.length).toBe(
      3_000_000,
    );
  });

  it('holds to its limits', async () => {
    expect(errorOf(() => parseWorkbook(Buffer.from('a\n'.repeat(200_001)), 'x', 60_000))).toBe(
      'workbook-too-large',
    );
    expect(errorOf(() => parseWorkbook(Buffer.from('a\n'.repeat(200_000)), 'x', 60_000))).toBe('none');
    const path = join(makeTempDir(), 'large.csv');
    writeFileSync(path, Buffer.alloc(64 * 1024 * 1024 + 1, 0x61));
    await expect(openWorkbook(path)).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it.each(['xlsx', 'csv-utf8'] as const)(
    'names the cells of an %s behind its last column, and refuses more of them than slips are',
    (format) => {
      const wide = (cells: number) => [
        ['姓名'],
        ...Array.from({ length: cells }, () => ['', ...Array.from({ length: 199 }, () => ''), 'x']),
      ];
      const read = (cells: number) =>
        parseWorkbook(encodeSheets([{ name: 'A', rows: wide(cells) }], format), 'x', 60_000);
      expect(read(2).sheets[0]).toMatchObject({
        rows: [['姓名'], [], []],
        beyond: [
          { row: 1, column: 200 },
          { row: 2, column: 200 },
        ],
      });
      expect(read(MAX_BEYOND).sheets[0]?.beyond).toHaveLength(MAX_BEYOND);
      expect(errorOf(() => read(MAX_BEYOND + 1))).toBe('workbook-too-large');
    },
  );

  it('holds to its limit of text, which a small file may name many times', () => {
    const long = '长'.repeat(MAX_CELL_CHARACTERS);
    const cells = MAX_CHARACTERS / MAX_CELL_CHARACTERS;
    const book = (many: number) =>
      encodeSheets(
        ['A', 'B'].map((name) => ({
          name,
          rows: Array.from({ length: Math.ceil(many / 200) }, () => Array.from({ length: 100 }, () => long)),
        })),
        'xlsx',
      );
    expect(errorOf(() => parseWorkbook(book(cells + 200), 'x', 60_000))).toBe('workbook-too-large');
    expect(errorOf(() => parseWorkbook(book(cells - 400), 'x', 60_000))).toBe('none');
  });

  it('ends a file that sends the library round in circles, and lets the console speak again', () => {
    // A number record (0x0203) called a formula (0x0206) is too short for one: its length is no number, and no end is ever reached.
    const bytes = encodeSheets([{ name: 'A', rows: [[1.5]] }], 'xls');
    const record = bytes.indexOf(Buffer.from([0x03, 0x02, 14, 0]));
    bytes[record] = 0x06;
    const { error } = console;
    const [began, spent] = [performance.now(), processorMs()];
    expect(errorOf(() => parseWorkbook(bytes, 'x', 300))).toBe('workbook-unreadable');
    expect(performance.now() - began).toBeGreaterThan(290);
    expect(processorMs() - spent).toBeLessThan(3_000);
    expect(console.error).toBe(error);
  });

  it('says nothing of a cell in an error', () => {
    const bytes = encodeSheets([trapSheet()], 'xlsx');
    for (let at = 60; at < bytes.length; at += 199) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      try {
        parseWorkbook(damaged, 'x');
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect(JSON.stringify((error as AppError).details)).not.toMatch(/\d{7}|[一-鿿]/);
      }
    }
  });
});

describe('anything at all', () => {
  const isWorkbookOrAppError = (bytes: Uint8Array): boolean => {
    try {
      return parseWorkbook(Buffer.from(bytes), 'x', 500).sheets.length > 0;
    } catch (error) {
      return error instanceof AppError && error.code.startsWith('workbook-');
    }
  };

  it('random bytes are a workbook or an AppError', () => {
    forAllIn(500, fc.uint8Array({ maxLength: 2000 }), isWorkbookOrAppError);
  });

  it('lets the library print nothing of it', () => {
    const printed: unknown[] = [];
    const kept = console.error;
    console.error = (...words: unknown[]) => void printed.push(words);
    try {
      const bytes = encodeSheets([trapSheet()], 'xls');
      for (let at = 512; at < 4096; at += 3) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ 0x55;
        errorOf(() => parseWorkbook(damaged, 'x', 500));
      }
      expect(printed).toEqual([]);
    } finally {
      console.error = kept;
    }
  });

  it.each(['xlsx', 'xls'] as const)('a damaged %s is a workbook or an AppError', (format) => {
    const whole = encodeSheets([trapSheet()], format);
    const damage = fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 40,
    });
    forAllIn(150, damage, fc.nat(whole.length), (changes, end) => {
      const bytes = Buffer.from(whole.subarray(0, changes.length % 4 === 0 ? end : whole.length));
      for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
      return isWorkbookOrAppError(bytes);
    });
  });
});
