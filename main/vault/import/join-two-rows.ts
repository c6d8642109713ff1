/** Turns a sheet in which each household takes two rows, under two rows of headings that say what each of them holds, into one with a row for each. */
import { contentOf, contradicts } from './column-content.ts';
import { MAX_COLUMNS } from './limits.ts';
import { isRoomTarget } from './map-columns.ts';
import { isKeptNowhere, targetOfHeader } from './read-heading.ts';
import { MARKS, type Sheet, isMarked } from './workbook.ts';

/** Rows in which such headings stand. */
const SHOWS_WITHIN = 10;
/** Households that have to be like their headings. */
const LEAST = 3;

/** The sheet as it is where it is none of these; else the second row of each behind the first, in columns of their own. */
export function joinTwoRows(sheet: Sheet): Sheet {
  for (let head = 0; head < Math.min(SHOWS_WITHIN, sheet.rows.length - 1); head += 1) {
    const lead = leadOf(sheet.rows[head] ?? [], sheet.rows[head + 1] ?? []);
    const joined = lead === null ? null : joinBelow(sheet, head, lead);
    if (joined !== null) return joined;
  }
  return sheet;
}

/**
 * The column of rooms, which says where a household begins. Null where these are not two rows of headings, all of them known and none of the second
 * one a part of the one above it.
 */
function leadOf(first: readonly string[], second: readonly string[]): number | null {
  const below = [...second.entries()].filter(([column, text]) => text !== '' && text !== first[column]);
  const isOwn = below.every(([column, text]) => {
    const own = targetOfHeader(text);
    const above = targetOfHeader(first[column] ?? '');
    return (
      (own !== null || isKeptNowhere(text)) &&
      (above !== null || isKeptNowhere(first[column] ?? '')) &&
      own !== above
    );
  });
  const lead = first.findIndex((text) => isRoomTarget(targetOfHeader(text)));
  const isAlone = lead !== -1 && ['', first[lead]].includes(second[lead] ?? '');
  return below.length > 1 && isOwn && isAlone && first.some((text) => targetOfHeader(text) === 'name')
    ? lead
    : null;
}

function joinBelow(sheet: Sheet, head: number, lead: number): Sheet | null {
  const width = Math.max(...sheet.rows.slice(head).map((row) => row.length));
  if (width * 2 > MAX_COLUMNS) return null;
  const rows: (readonly string[])[] = [...sheet.rows];
  const marks: (Uint8Array | undefined)[] = [...sheet.marks];
  const join = (at: number): void => {
    const [one = [], two = []] = [sheet.rows[at], sheet.rows[at + 1]];
    rows[at] = Array.from({ length: width * 2 }, (_, column) =>
      column < width
        ? (one[column] ?? '')
        : isOwn(sheet, at + 1, column - width)
          ? (two[column - width] ?? '')
          : '',
    );
    marks[at] = Uint8Array.from(rows[at] ?? [], (_, column) =>
      column < width ? (sheet.marks[at]?.[column] ?? 0) : (sheet.marks[at + 1]?.[column - width] ?? 0),
    );
    rows[at + 1] = [];
    marks[at + 1] = undefined;
  };
  join(head);
  const joined: number[] = [];
  for (let at = head + 2; at < sheet.rows.length; at += 1) {
    const begins = (row: number): boolean =>
      isOwn(sheet, row, lead) && (sheet.rows[row]?.[lead] ?? '') !== '';
    if (!begins(at) || at + 1 === sheet.rows.length || begins(at + 1)) continue;
    join(at);
    joined.push(at);
    at += 1;
  }
  const done: Sheet = { ...sheet, rows, marks };
  const isAsSaid = (rows[head] ?? []).every((text, column) => {
    const target = targetOfHeader(text);
    return target === null || !contradicts(contentOf(done, joined, column), target);
  });
  return joined.length >= LEAST && isAsSaid ? done : null;
}

/** Not carried down from the row above. */
const isOwn = (sheet: Sheet, row: number, column: number): boolean =>
  !isMarked(sheet, row, column, MARKS.merged);
