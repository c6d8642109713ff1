/** Normalises text from people and spreadsheets, so that equal values compare equal. */
import type { FieldId } from '../../../contract/fields.ts';
import { toOneLine } from '../../../contract/one-line.ts';

const WIDE = /[\u3000\uFF01-\uFF5E]/;

/**
 * Full-width ASCII (U+FF01–FF5E) and the ideographic space as half-width. NFKC is not used, because it would
 * change Han characters of names.
 */
export function toHalfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/**
 * Visible ASCII and common Han characters, as in nearly every cell of an import; normalising leaves them
 * unchanged.
 */
const ALREADY_NORMAL = /^[!-~\u4e00-\u9fff]*$/;

/** One line of half-width, visible characters (see `toOneLine`), in NFC except for Han characters. */
export function normaliseText(text: string): string {
  if (ALREADY_NORMAL.test(text)) return text;
  const line = toOneLine(toHalfWidth(text));
  // Han characters are excluded: NFC would replace some by others.
  return /\p{M}/u.test(line) ? line.replace(/[^\p{Script=Han}]+/gu, (part) => part.normalize('NFC')) : line;
}

/** As `normaliseText`, without any white space. */
export function normaliseCode(text: string): string {
  const line = normaliseText(text);
  return line.includes(' ') ? line.replaceAll(' ', '') : line;
}

/** The text with U+00B7 for every other middle dot in use, and without spaces around it. */
export function normaliseDots(text: string): string {
  return text.replace(/ ?[•・･‧．·⋅∙●] ?/g, '·');
}

/** The text with a hyphen for every dash that spreadsheets and input methods use instead. */
export function normaliseDashes(text: string): string {
  return text.replace(/[‐‑‒–—―−﹣－ー~～]/g, '-');
}

/** Already normal, and in no case: most names and words. */
const HAN_ALONE = /^[\u4e00-\u9fff]+$/;

const NOTHING_WORDS = new Set([
  '无',
  '没有',
  '不详',
  '未知',
  '暂无',
  '未填',
  '未登记',
  '待补',
  '待定',
  '空',
  '保密',
  '无手机',
  '无电话',
  '无车',
  '无牌',
  '无牌照',
  'none',
  'null',
  'nil',
  'n/a',
  'unknown',
  'undefined',
]);

/**
 * Whether a value only stands for "unknown". Such a value is never kept and never matches another.
 * Numbers: one digit repeated, 8 or more equal digits at the end, an ascending or descending run.
 */
export function isPlaceholder(field: FieldId, value: string): boolean {
  if (HAN_ALONE.test(value)) return NOTHING_WORDS.has(value);
  const text = normaliseCode(value).toLowerCase();
  if (text === '' || NOTHING_WORDS.has(text) || /^[-–—/\\*.?_x#~]+$/.test(text)) return true;
  if (field === 'phone' || field === 'wechat') return isPlaceholderNumber(withoutCountry(text), EIGHT_EQUAL);
  if (field === 'idNumber') return isPlaceholderNumber(text.replace(/x$/, ''), TEN_EQUAL);
  if (field === 'plate') return /^.[a-z]?([0x*])\1{3,}$/u.test(text);
  return false;
}

/** As `isPlaceholder`, of digits that are known to be nothing else. */
export const areDigitsOfNobody = (field: 'phone' | 'idNumber', digits: string): boolean =>
  isPlaceholderNumber(digits, field === 'phone' ? EIGHT_EQUAL : TEN_EQUAL);

const withoutCountry = (text: string): string => text.replace(/^(\+86|0086)/, '').replace(/[-()]/g, '');

const EIGHT_EQUAL = /(\d)\1{7,}$/;
const TEN_EQUAL = /(\d)\1{9,}$/;

function isPlaceholderNumber(digits: string, equalEnd: RegExp): boolean {
  if (!/^\d{5,}$/.test(digits)) return /^0+$/.test(digits);
  if (/^(\d)\1+$/.test(digits)) return true;
  if (equalEnd.test(digits)) return true;
  return digits === '13800138000' || isRun(digits) || isRun(digits.slice(-Math.max(8, digits.length - 3)));
}

/** Ascending or descending digits, wrapping from 9 to 0 and from 0 to 9. */
function isRun(digits: string): boolean {
  const stepAt = (index: number): number =>
    (digits.charCodeAt(index) - digits.charCodeAt(index - 1) + 10) % 10;
  const step = digits.length < 2 ? 0 : stepAt(1);
  if (step !== 1 && step !== 9) return false;
  for (let index = 2; index < digits.length; index += 1) if (stepAt(index) !== step) return false;
  return true;
}
