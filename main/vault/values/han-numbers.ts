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

const UNITS = [
  [100_000_000, '亿'],
  [10_000, '万'],
] as const;

/** 1000000 as 100 万; what is no round number as it is. With a blank behind it. */
export function roundInChinese(count: number): string {
  const [unit, name] = UNITS.find(([of]) => count > 0 && count % of === 0) ?? [1, ''];
  return `${count / unit} ${name}`;
}
