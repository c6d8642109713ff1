/** The rows of a notice as they are typed. Pure. */
import { looksLikeNumber } from '../../contract/print/lists.ts';
import type { ArrearsRow } from '../../contract/print/routes.ts';
import { assertNever } from '../../contract/result.ts';
import { dayFrom } from '../ui/days.ts';

/** A row as it is typed. */
export interface ArrearsDraftRow {
  readonly key: number;
  readonly room: string;
  readonly from: string;
  readonly until: string;
  readonly amount: string;
}

/** A notice as it is typed. */
export interface ArrearsDraft {
  readonly rows: readonly ArrearsDraftRow[];
  readonly payBy: string;
  readonly words: string;
}

export const emptyRow = (key: number): ArrearsDraftRow => ({
  key,
  room: '',
  from: '',
  until: '',
  amount: '',
});
export const NO_ARREARS: ArrearsDraft = { rows: [emptyRow(0)], payBy: '', words: '' };

/** Returns the notice as it can be sent; null where something is missing, is no month, amount or day, or the words hold a number. */
export function finishArrears({ rows, payBy, words }: ArrearsDraft): {
  readonly layout: 'arrears';
  readonly rows: ArrearsRow[];
  readonly payBy: string;
  readonly words: string;
} | null {
  const finished = rows.map(finishRow);
  const day = dayFrom(payBy);
  if (day === null || looksLikeNumber(words) || finished.some((row) => row === null)) return null;
  return { layout: 'arrears', rows: finished.filter((row) => row !== null), payBy: day, words: words.trim() };
}

/** Whether a cell of a row is wrong, once it was sent: it is empty, no month, a month before the first, or no positive amount. */
export const isPlaceWrong = (row: ArrearsDraftRow, place: keyof Omit<ArrearsDraftRow, 'key'>): boolean => {
  switch (place) {
    case 'room':
      return row.room.trim() === '';
    case 'from':
      return monthFrom(row.from) === null;
    case 'until':
      return row.until.trim() !== '' && (monthFrom(row.until) ?? '') < (monthFrom(row.from) ?? '');
    case 'amount':
      return !(Number(row.amount.trim().replaceAll(',', '')) > 0);
    default:
      return assertNever(place);
  }
};

/** One month alone may be left out at the end. */
function finishRow({ room, from, until, amount }: ArrearsDraftRow): ArrearsRow | null {
  const [first, last] = [monthFrom(from), monthFrom(until.trim() === '' ? from : until)];
  const money = Number(amount.trim().replaceAll(',', ''));
  if (room.trim() === '' || first === null || last === null || first > last) return null;
  if (amount.trim() === '' || !(money > 0)) return null;
  return { room: room.trim(), from: first, until: last, amount: money };
}

/** `2026-01` of 2026-1, 2026/01, 2026.1, 2026年1月 or 202601; null where it is none of these. */
export function monthFrom(text: string): string | null {
  const [, year, month] = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return `${year}-${month.padStart(2, '0')}`;
}
