/** Gives rooms such as 3-2 back, which a spreadsheet took for days, where the rest of their column proves that it did. */
import { MARKS, type Sheet, isMarked } from './workbook.ts';

/** Rooms that no spreadsheet takes for a day: 20-6, 3-1801. */
const TWO_NUMBERS = /^(\d{1,3})-(\d{1,4})$/;
const LEAST = 3;

/**
 * The sheet as it is where no column has both: days, and as many as three texts of two numbers, none of which could be a month and a day. 20-6 among
 * them says that the first number was the month: as the day of a month it would have become one too.
 */
export function roomsFromDays(sheet: Sheet): Sheet {
  const columns = new Set<number>();
  for (const [index, bits] of sheet.marks.entries())
    for (const [column, bit] of bits?.entries() ?? [])
      if ((bit & MARKS.date) !== 0 && index > 0) columns.add(column);
  const turned = [...columns].filter((column) => isTurned(sheet, column));
  if (turned.length === 0) return sheet;
  const rows = sheet.rows.map((row, index) =>
    row.map((text, column) =>
      turned.includes(column) && isMarked(sheet, index, column, MARKS.date)
        ? text.slice(5).split('-').map(Number).join('-')
        : text,
    ),
  );
  const marks = sheet.marks.map((bits) =>
    bits?.map((bit, column) => (turned.includes(column) ? bit & ~(MARKS.date | MARKS.number) : bit)),
  );
  return { ...sheet, rows, marks };
}

function isTurned(sheet: Sheet, column: number): boolean {
  let kept = 0;
  let isMonthFirst = false;
  for (const [index, row] of sheet.rows.entries()) {
    const text = row[column] ?? '';
    if (!/\d/.test(text) || isMarked(sheet, index, column, MARKS.date)) continue;
    const [, first = '', second = ''] = TWO_NUMBERS.exec(text) ?? [];
    // A title may have a number; among the rooms nothing else may stand.
    if (first === '' && kept === 0) continue;
    if (first === '' || (Number(first) <= 12 && Number(second) <= 31)) return false;
    kept += 1;
    isMonthFirst ||= Number(first) <= 31 && Number(second) <= 12;
  }
  return kept >= LEAST && isMonthFirst;
}
