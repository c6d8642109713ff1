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

/** The day so many days later. Both as `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The same day so many months later, the last of the month where there is none. Both as `YYYY-MM-DD`. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(first.setUTCDate(Math.min(date, last))).toISOString().slice(0, 10);
}

/** Days from one to the other, below zero where the other is before. Both as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
