import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../../main/vault/import/cell-text.ts';
import {
  CHARACTERS_IN_A_PACK,
  packSheet,
  ROWS_IN_A_PACK,
  rowsOf,
  unpackWorkbook,
} from '../../../main/vault/import/packed-rows.ts';
import type { Sheet } from '../../../main/vault/import/workbook.ts';
import { forAll } from '../../support/for-all.ts';

const cell = fc.string({ unit: 'binary', maxLength: 8 }).map(cleanText);
/** As read-workbook makes them: no row of blank cells alone, and none that ends in one. */
const row = fc
  .array(cell, { maxLength: 5 })
  .map((cells) => cells.slice(0, cells.findLastIndex((text) => text !== '') + 1));
const marks = fc.option(fc.uint8Array({ minLength: 1, maxLength: 16, max: 15 }), { nil: undefined });

const packed = (sheet: Sheet) => ({
  fileName: '',
  sheets: [{ name: sheet.name, packs: [...packSheet(sheet)] }],
});
const passed = (sheet: Sheet): Sheet => unpackWorkbook(packed(sheet)).sheets[0]!;

test('rows come out of their packs as they went in, whatever is in the cells', () => {
  forAll(fc.array(fc.tuple(row, marks), { minLength: 1, maxLength: 20 }), (lines) => {
    const sheet: Sheet = {
      name: '业主',
      rows: lines.map(([cells]) => cells),
      marks: lines.map(([, bits]) => bits),
    };
    expect(passed(sheet)).toEqual(sheet);
  });
});

test('more rows than a pack takes stay in their order', () => {
  const rows = Array.from({ length: 2 * ROWS_IN_A_PACK + 1 }, (_, n) =>
    n % 7 === 0 ? [] : [`${n}`, '', `第${n}行\n续`],
  );
  const sheet: Sheet = {
    name: '',
    rows,
    marks: rows.map((_, n) => (n % 5 === 0 ? Uint8Array.of(0, 1, 12) : undefined)),
  };
  expect(passed(sheet)).toEqual(sheet);
});

test('marks of a row may be fewer than its cells, and rows without any at the end have none', () => {
  expect(passed({ name: '', rows: [['a', 'b'], ['c']], marks: [Uint8Array.of(3)] }).marks).toEqual([
    Uint8Array.of(3),
    undefined,
  ]);
});

test('a pack ends after so many rows, and after so many characters, and says how many rows it has', () => {
  const short = { name: '', rows: Array.from({ length: ROWS_IN_A_PACK + 1 }, () => ['a']), marks: [] };
  const long = {
    name: '',
    rows: Array.from({ length: 3 }, () => ['a'.repeat(CHARACTERS_IN_A_PACK)]),
    marks: [],
  };
  expect([...packSheet(short)].map(({ rows }) => rows)).toEqual([ROWS_IN_A_PACK, 1]);
  expect([...packSheet(long)].map(({ rows }) => rows)).toEqual([1, 1, 1]);
  expect(rowsOf(packed(short))).toBe(ROWS_IN_A_PACK + 1);
});
