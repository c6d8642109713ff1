/** Calendar dates as they are typed and stored: `YYYY-MM-DD` (ISO 8601). */
import type { OpenDetail } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { isRealDate } from './id-number.ts';

const DAY_MS = 86_400_000;

/**
 * Checks a date; null stays null. Errors: AppError `invalid-value` {field} where there is no such day from
 * 1850 to 2200.
 */
export function checkDay(field: OpenDetail, day: string | null): string | null {
  if (day === null) return null;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (year > 2200 || !isRealDate(year, month, date, Number.POSITIVE_INFINITY))
    throw new AppError('invalid-value', { field });
  return day;
}

/** Days from one to the other, below zero where the other is before. Both as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The same day of the next year; the 28th where there is no 29th of February. */
export function yearAfter(day: string): string {
  const monthAndDay = day.slice(5);
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-${monthAndDay === '02-29' ? '02-28' : monthAndDay}`;
}
