/** Dates, waits, highlights and groups of digits, as people read them. Pure. */
import { nameDay } from './days.ts';
import type { Translate } from './translate.ts';
import type { RevealableFieldId } from '../../contract/fields.ts';

/** Seconds as words: seconds below a minute, then minutes, then hours and minutes. Rounded up, so that zero means over. */
export function formatDuration(t: Translate, seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return t('duration.seconds', { seconds: whole });
  if (whole < 3600 && whole % 60 === 0) return t('duration.wholeMinutes', { minutes: whole / 60 });
  if (whole < 3600) return t('duration.minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
  return t('duration.hours', { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60) });
}

/** Bytes in the decimal units that systems show: `22.4 MB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(4, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${['B', 'KB', 'MB', 'GB', 'TB'][power] ?? ''}`;
}

/** Hours and minutes as both languages write them. */
export function formatClock(time: number): string {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `2026-01-31`, as a day is typed into a form and stands in a table: the same in both languages, and nobody takes the month for the day. */
export function formatDate(time: number): string {
  const at = new Date(time);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** `2026-01-31 周六`: the day over what happened on it. */
export const formatDayHeading = (time: number, language: string): string =>
  `${formatDate(time)} ${nameDay(time, language, { weekday: 'short' })}`;

/** `2026-01-31 09:05:07`. */
export const formatSecond = (time: number): string =>
  `${formatFullMoment(time)}:${String(new Date(time).getSeconds()).padStart(2, '0')}`;

/** `2026-01-31 09:05`, as papers and the log have it on any day. */
export const formatFullMoment = (time: number): string => `${formatDate(time)} ${formatClock(time)}`;

/** The same on a screen: `09:05` of today. */
export const formatMoment = (time: number, now = Date.now()): string =>
  formatDate(time) === formatDate(now) ? formatClock(time) : formatFullMoment(time);

export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at half-open ranges [start, end); ranges may touch, overlap or lie outside, and the text comes out whole. */
export function splitHighlight(
  text: string,
  ranges: readonly (readonly [number, number])[],
): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of ranges.slice().sort((a, b) => a[0] - b[0])) {
    const start = Math.max(at, Math.min(from, text.length));
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    if (start > at) segments.push({ text: text.slice(at, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
}

/** Groups of digits for reading aloud: a mobile number 3-4-4, an 18-character ID 6-4-4-4. Joined, the groups are the value. */
export function groupValue(field: RevealableFieldId, value: string): readonly string[] {
  if (field === 'phone' && /^1\d{10}$/.test(value))
    return [value.slice(0, 3), value.slice(3, 7), value.slice(7)];
  if (field === 'idNumber' && /^\d{17}[\dX]$/.test(value))
    return [value.slice(0, 6), value.slice(6, 10), value.slice(10, 14), value.slice(14)];
  return [value];
}
