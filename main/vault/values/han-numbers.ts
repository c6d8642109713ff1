/** Chinese numerals as digits. */

const SIGNS = '〇一二三四五六七八九';
const COUNTED = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u;

const digitOf = (sign: string): number => Math.max(0, SIGNS.indexOf(sign));

/** Counted up to ninety-nine, 二十三 → 23, or said one by one, 二〇一五 → 2015 and 三五 → 35. Null for anything else, 十十 among it. */
export function hanNumber(text: string): string | null {
  const [, tens, ones = ''] = COUNTED.exec(text) ?? [];
  if (tens !== undefined) return String((tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(ones));
  return /^[〇零○一二三四五六七八九]+$/u.test(text) ? [...text].map(digitOf).join('') : null;
}
