/** Finds resident ID numbers and mobile phones in a text, and tells them from what is merely as long: orders, meters, amounts, times. */
import { isCutResidentNumber, isResidentNumber } from '../values/id-number.ts';
import { areDigitsOfNobody, toHalfWidth } from '../values/normalise.ts';

/** One number that stands for somebody. `old`: of fifteen digits, without a check digit; `cut`: what a spreadsheet that takes an ID for a number leaves of it. */
export interface FoundNumber {
  readonly kind: 'id' | 'old' | 'cut' | 'phone';
  /** Tells it from every other of its kind. A number and not a part of the text, which would keep all of it in memory. */
  readonly key: number;
  /** Where in the text it begins. */
  readonly at: number;
}

/** Numbers found in a text; `long` counts its numbers of eleven digits but for those that begin with 0, and of fifteen, valid or not, and of eleven those that begin with 10, 11 or 12, as no mobile phone does. */
export interface FoundNumbers {
  readonly numbers: readonly FoundNumber[];
  readonly long: { readonly eleven: number; readonly fifteen: number; readonly low: number };
}

/** Fewer digits than this hold no number that is looked for. */
export const MIN_DIGITS = 11;

const WIDE = /[\uff10-\uff19\uff0b\uff0d]/;
const MOBILE = /^1[3-9]\d{9}$/;
/** With the country before it, or the zero that landlines dial first. */
const LED_MOBILE = /^(?:0086|86|0)(1[3-9]\d{9})$/;
/** What sets the digits of one number apart: as it is typed, as programs for contacts write it, as it is dictated. */
const MARKS: ReadonlySet<string> = new Set([
  '-',
  ' ',
  '\n',
  '.',
  '·',
  '\u00a0',
  '\u3000',
  '\u2010',
  '\u2011',
  '\u2013',
]);
const PHONE_GROUPS: ReadonlySet<string> = new Set(['3,4,4', '4,3,4', '4,4,3']);
/** Too much like an amount and a day, or two amounts, where a dash does not hold them together. */
const DASHED_GROUPS: ReadonlySet<string> = new Set(['3,8', '7,4', '5,6']);
const ID_GROUPS: ReadonlySet<string> = new Set(['6,8,4', '6,8,3', '6,4,4,4', '6,4,4,3']);
/** An ID on a line of a form, each digit apart. */
const DIGITS_APART = /\d(?:[ \u00a0\u3000]\d){16}[ \u00a0\u3000][\dXx](?![ \u00a0\u3000]?\d)/y;
/** Digits of a phone and an ID. */
const JOINED = 29;
const MAX_GROUPS = 4;
/** Spaces between two groups, where somebody has aligned them. */
const MAX_MARKS = 3;
/** Characters before a number in which its label is looked for. */
const LABEL_CHARACTERS = 16;
/** The word, and nothing between it and the number but what leads to one: a name between them says whose the number is. */
const LABEL_OF_OTHER =
  /(?:订单|单号|流水|编号|编码|条码|表号|户号|卡号|合同号|发票|票号|金额|价格|合计|总计|序列|工号|QQ|order|serial|invoice|receipt|waybill|tracking|meter|device|amount|total|barcode|sku|imei|s\/n)(?:号码?|码|[\s_-]*(?:no\.?|num|number|id|code|sn))?[\s:：=＝#"'.()（）_为是-]{0,6}$/i;
const LABEL_OF_PHONE = /(?:电话|手机|联系|微信|致电|phone|mobile|tel|cell|contact)[^\d,;，；、]{0,8}$/i;
/** Words of Latin letters that may touch a phone. */
const TOUCHING = /(?:^|[^a-z])(?:tel|phone|mobile|mob|cell|ph|wechat|wx|call)$/i;

interface Run {
  readonly start: number;
  readonly end: number;
}

/** `today`: milliseconds since 1970; nobody is born later. */
export function findNumbers(raw: string, today: number): FoundNumbers {
  const text = WIDE.test(raw) ? toHalfWidth(raw) : raw;
  const numbers: FoundNumber[] = [];
  const long = { eleven: 0, fifteen: 0, low: 0 };
  const runs = runsOf(text);
  let taken = 0;
  for (const [at, run] of runs.entries()) {
    if (at < taken) continue;
    const length = run.end - run.start;
    if (length === 11) {
      const first = text.charAt(run.start);
      // A telephone of a house has eleven with its area; what it stands among is no less a phone.
      if (first !== '0') long.eleven += 1;
      if (first === '1' && text.charAt(run.start + 1) < '3') long.low += 1;
    }
    if (length === 15) long.fifteen += 1;
    if (length >= MIN_DIGITS) {
      const number = inOneRun(text, run, today);
      if (number !== null) numbers.push(number);
      continue;
    }
    const grouped =
      (length === 1 ? digitsApart(text, run.start, today) : null) ?? inGroups(text, runs, at, today);
    if (grouped === null) continue;
    numbers.push(grouped.number);
    taken = at + grouped.runs;
  }
  return { numbers, long };
}

/** The digits of a text, each stretch of them. */
function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      runs.push({ start, end: at });
      start = -1;
    }
  }
  return runs;
}

function inOneRun(text: string, run: Run, today: number): FoundNumber | null {
  const digits = text.slice(run.start, run.end);
  const last = text.charAt(run.end);
  if (digits.length === 17 && (last === 'X' || last === 'x'))
    return idOf(`${digits}X`, text, run.start, run.end + 1, today);
  if (digits.length === 18)
    return idOf(digits, text, run.start, run.end, today) ?? cutOf(digits, run.start, today);
  if (digits.length >= JOINED - 1 && digits.length <= JOINED) return joinedOf(text, run, today);
  if (digits.length === 15 && !isLetter(text.charAt(run.start - 1))) {
    const old = idOf(digits, text, run.start, run.end, today);
    if (old !== null) return { ...old, kind: 'old' };
  }
  const mobile = MOBILE.test(digits) ? digits : LED_MOBILE.exec(digits)?.[1];
  return mobile === undefined ? null : phoneOf(mobile, text, run.start, run.end);
}

function digitsApart(
  text: string,
  start: number,
  today: number,
): { readonly number: FoundNumber; readonly runs: number } | null {
  DIGITS_APART.lastIndex = start;
  const [found] = DIGITS_APART.exec(text) ?? [];
  if (found === undefined) return null;
  const digits = found.replaceAll(/[^\dXx]/g, '').toUpperCase();
  const number = idOf(digits, text, start, start + found.length, today);
  return number === null ? null : { number, runs: digits.endsWith('X') ? digits.length - 1 : digits.length };
}

/** Digits that somebody has set apart, by one kind of mark throughout: 138 0000 0000, 110101-18900101-0000. */
function inGroups(
  text: string,
  runs: readonly Run[],
  at: number,
  today: number,
): { readonly number: FoundNumber; readonly runs: number } | null {
  const [first, ...others] = runs.slice(at, at + MAX_GROUPS);
  const [second] = others;
  if (first === undefined || second === undefined || second.start - first.end > MAX_MARKS) return null;
  const mark = text.charAt(first.end);
  const isInBrackets = mark === ')' || mark === '）';
  if (!MARKS.has(mark) && !isInBrackets) return null;
  const lengths = [first.end - first.start];
  let digits = text.slice(first.start, first.end);
  let last = first.end;
  for (const { start, end } of others) {
    const isBehindBracket = isInBrackets && last === first.end;
    if (!isBehindBracket && !areMarks(text, last, start, isInBrackets ? null : mark)) return null;
    lengths.push(end - start);
    digits += text.slice(start, end);
    last = end;
    const number = ofGroups(text, digits, { lengths: lengths.join(','), mark }, first.start, end, today);
    if (number !== null) return { number, runs: lengths.length };
  }
  return null;
}

/** Whether nothing but marks stand between two groups, all of one kind; `kind`: null for any. */
function areMarks(text: string, from: number, to: number, kind: string | null): boolean {
  if (to - from > MAX_MARKS) return false;
  const [first = ''] = text.slice(from, to);
  if (!MARKS.has(first) || (kind !== null && first !== kind)) return false;
  for (let at = from + 1; at < to; at += 1) if (text.charAt(at) !== first) return false;
  return true;
}

function ofGroups(
  text: string,
  digits: string,
  { lengths, mark }: { readonly lengths: string; readonly mark: string },
  start: number,
  end: number,
  today: number,
): FoundNumber | null {
  const isPhone = PHONE_GROUPS.has(lengths) || (mark === '-' && DASHED_GROUPS.has(lengths));
  if (isPhone && MOBILE.test(digits)) return phoneOf(digits, text, start, end);
  if (!ID_GROUPS.has(lengths)) return null;
  const isX = digits.length === 17 && /[Xx]/.test(text.charAt(end));
  return idOf(isX ? `${digits}X` : digits, text, start, isX ? end + 1 : end, today);
}

function idOf(digits: string, text: string, at: number, end: number, today: number): FoundNumber | null {
  if (isLetter(text.charAt(end)) || isDecimal(text, end)) return null;
  if (!isResidentNumber(digits, today)) return null;
  // The last of eighteen follows from the others.
  const first17 = digits.length === 15 ? `${digits.slice(0, 6)}19${digits.slice(6)}` : digits.slice(0, 17);
  return areDigitsOfNobody('idNumber', first17) ? null : { kind: 'id', key: keyOf(first17), at };
}

function cutOf(digits: string, at: number, today: number): FoundNumber | null {
  if (!digits.endsWith('000') || !isCutResidentNumber(digits, today)) return null;
  return { kind: 'cut', key: keyOf(digits.slice(0, 17)), at };
}

/** An ID before or behind a phone, with nothing between them, as columns of a fixed width have them: its check character says that it is one. */
function joinedOf(text: string, { start, end }: Run, today: number): FoundNumber | null {
  const isX = /[Xx]/.test(text.charAt(end));
  if (end - start + (isX ? 1 : 0) !== JOINED) return null;
  const digits = text.slice(start, isX ? end + 1 : end).toUpperCase();
  const behind = MOBILE.test(digits.slice(0, 11))
    ? idOf(digits.slice(11), text, start, start + JOINED, today)
    : null;
  return (
    behind ??
    (!isX && MOBILE.test(digits.slice(18)) ? idOf(digits.slice(0, 18), text, start, end, today) : null)
  );
}

/** Region, birthday from 1850 on and order: below 2⁵³. */
const keyOf = (first17: string): number =>
  (Number(first17.slice(0, 6)) * 2_000_000 + (Number(first17.slice(6, 14)) - 18_500_000)) * 1_000 +
  Number(first17.slice(14));

function phoneOf(digits: string, text: string, start: number, end: number): FoundNumber | null {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (isLetter(after) || isDecimal(text, end) || '%元件次'.includes(after || ' ')) return null;
  if (before === '.' && isFraction(text, start - 1, end)) return null;
  // A file that an address names.
  if (before === '/' && after === '.' && isLetter(text.charAt(end + 1))) return null;
  if ('¥￥$#'.includes(before || ' ')) return null;
  if (isLetter(before) && !TOUCHING.test(text.slice(Math.max(0, start - 9), start))) return null;
  if (before === '-' && isPartOfCode(text, start - 1)) return null;
  const label = text.slice(Math.max(0, start - LABEL_CHARACTERS), start);
  if (LABEL_OF_OTHER.test(label) && !LABEL_OF_PHONE.test(label)) return null;
  return areDigitsOfNobody('phone', digits) ? null : { kind: 'phone', key: Number(digits), at: start };
}

/** A room or a country may stand before a dash (3-2-501-138…), the part of a longer code may not. */
function isPartOfCode(text: string, dash: number): boolean {
  let start = dash;
  while (start > 0 && isDigit(text.charAt(start - 1))) start -= 1;
  return dash - start > 4 || isLetter(text.charAt(start - 1));
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character !== '';
const isLetter = (character: string): boolean => /^[A-Za-z]$/.test(character);
/** Whether a number goes on behind a point. One zero is what a program has made of a whole number: 14200000000.0. */
const isDecimal = (text: string, point: number): boolean =>
  text.charAt(point) === '.' &&
  isDigit(text.charAt(point + 1)) &&
  (text.charAt(point + 1) !== '0' || isDigit(text.charAt(point + 2)));

/** Whether the digits from a point on belong to what stands before it: not where they begin a line as its ordinal does, and more follows (3.14200000000 and a name). */
function isFraction(text: string, point: number, end: number): boolean {
  let start = point;
  while (start > 0 && isDigit(text.charAt(start - 1))) start -= 1;
  if (start === point) return false;
  const isOrdinal = point - start <= 3 && text.charAt(start) !== '0' && text.slice(0, start).trim() === '';
  return !isOrdinal || text.slice(end).trim() === '';
}
