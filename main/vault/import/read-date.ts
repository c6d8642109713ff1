/** Reads a day in the forms in which lists have it: 1995-10-23, 1995年10月23日, 95.10.23, 19951023, 二〇一五年三月一日, 23-Oct-1995, 34995. */
import { hanNumber } from '../values/han-numbers.ts';
import { normaliseCode, normaliseDashes } from '../values/normalise.ts';

/** Days of serial numbers from 1930 to 2080; below they may be anything. */
const FIRST_SERIAL = 10_959;
const LAST_SERIAL = 65_745;
const SERIAL_DAY_0 = Date.UTC(1899, 11, 30);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const YEAR_FIRST = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|号)?|(\d{2})(\d{2}))$/;
const SHORT_YEAR = /^(\d{2})(?:年(\d{1,2})月(\d{1,2})(?:日|号)?|[-/.](\d{1,2})[-/.](\d{1,2}))$/;
const DAY_FIRST = /^(\d{1,2})[-/ ]?([a-z]{3})[a-z]*[-/ ,]*(\d{4})$/i;
const MONTH_FIRST = /^(?:([a-z]{3})[a-z]*[-/ .]?(\d{1,2})[-/ ,]*|(\d{1,2})[-/](\d{1,2})[-/])(\d{4})$/i;

/**
 * As YYYY-MM-DD; null for what is no whole day. `today` in milliseconds: a year of two digits is the last one that is not later than ten years from it.
 */
export function readDate(raw: string, today = Date.now()): string | null {
  const text = hanDigits(
    normaliseDashes(normaliseCode(raw))
      .replace(/[（(][^）)]*[)）]$/u, '')
      .replace(/(?:T|星期.|周.)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u, '')
      .replace(/(?:星期|周)[一二三四五六日天]$/u, '')
      .replace(/(?:日|号)?(?:起|止|前|开始|入住|交房)$/u, (end) => (/^[日号]/u.test(end) ? '日' : '')),
  );
  const year = YEAR_FIRST.exec(text);
  if (year !== null) return dayOf(year[1], year[2] ?? year[4], year[3] ?? year[5]);
  const short = SHORT_YEAR.exec(text);
  if (short !== null)
    return dayOf(wholeYear(Number(short[1]), today), short[2] ?? short[4], short[3] ?? short[5]);
  const day = DAY_FIRST.exec(text);
  if (day !== null) return dayOf(day[3], monthOf(day[2]), day[1]);
  const month = MONTH_FIRST.exec(text);
  if (month !== null)
    return month[1] === undefined
      ? monthAndDay(month[5], month[3], month[4])
      : dayOf(month[5], monthOf(month[1]), month[2]);
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return serial < FIRST_SERIAL || serial > LAST_SERIAL
    ? null
    : new Date(SERIAL_DAY_0 + serial * 86_400_000).toISOString().slice(0, 10);
}

const DAY_AMID = /(?:\d{4}|\d{2})[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<!\d)\d{8}(?!\d)/g;

/** Two days in one text: 2024.10.1-2027.9.30, 2024年10月1日至2025年9月30日. Null for anything else. */
export function readSpan(raw: string): { readonly from: string; readonly until: string } | null {
  const days = normaliseCode(raw).match(DAY_AMID) ?? [];
  const [from, until] = days.map((day) => readDate(day));
  return days.length === 2 && from !== null && from !== undefined && until !== null && until !== undefined
    ? { from, until }
    : null;
}

/** 3/15/2019 can be read one way alone; 3/4/2019 cannot. */
function monthAndDay(year: string | undefined, a: string | undefined, b: string | undefined): string | null {
  if (Number(a) > 12) return dayOf(year, b, a);
  return Number(b) > 12 || a === b ? dayOf(year, a, b) : null;
}

const monthOf = (word: string | undefined): string => String(MONTHS.indexOf((word ?? '').toLowerCase()) + 1);

function wholeYear(short: number, today: number): string {
  const latest = new Date(today).getUTCFullYear() + 10;
  const century = Math.floor(latest / 100) * 100;
  return String(century + short > latest ? century - 100 + short : century + short);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1850 || y > 2200 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** 二〇一五年三月二十一日 → 2015年3月21日. */
const NUMERALS = /[〇零○一二三四五六七八九十]{1,4}(?=[年月日号])/gu;
const hanDigits = (text: string): string =>
  /[年月]/u.test(text) ? text.replace(NUMERALS, (numerals) => hanNumber(numerals) ?? numerals) : text;
