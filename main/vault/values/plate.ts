/**
 * Number plates: 7 characters (GA 36), or 8 for new-energy vehicles, with the class letter third (small) or
 * last (large).
 */
import { normaliseCode, normaliseDashes } from './normalise.ts';

/** The characters of the provinces on plates. */
export const PROVINCE_SIGNS = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

const LETTER = 'A-HJ-NP-Z';
const ORDINARY = new RegExp(`^[${PROVINCE_SIGNS}][${LETTER}][${LETTER}0-9]{4}[${LETTER}0-9挂学警港澳]$`);
const SMALL_ELECTRIC = new RegExp(`^[${PROVINCE_SIGNS}][${LETTER}][A-HJK][${LETTER}0-9]\\d{4}$`);
const LARGE_ELECTRIC = new RegExp(`^[${PROVINCE_SIGNS}][${LETTER}]\\d{5}[A-HJK]$`);

/** The normal form of a plate: upper case, without spaces, dots and dashes. */
export function normalisePlate(text: string): string {
  return normaliseDashes(normaliseCode(text))
    .replace(/[-·•・･‧．.]/g, '')
    .toUpperCase();
}

/** Whether a plate in normal form is valid. */
export const isPlate = (plate: string): boolean =>
  ORDINARY.test(plate) || SMALL_ELECTRIC.test(plate) || LARGE_ELECTRIC.test(plate);

/**
 * The mask of a valid plate in normal form: 桂M***45 · 桂MD***45 · 桂M****5D. It has one character for each of
 * the plate.
 */
export function maskPlate(plate: string): string {
  const shown = SMALL_ELECTRIC.test(plate) ? 3 : 2;
  return `${plate.slice(0, shown)}${'*'.repeat(plate.length - shown - 2)}${plate.slice(-2)}`;
}

/**
 * Search keys of a plate: whole, without province, without province and letters, its last four and last three
 * characters.
 */
export function plateKeys(plate: string): readonly string[] {
  const text = normalisePlate(plate);
  const characters = [...text];
  const keys = new Set([text]);
  for (const from of [1, 2, 3, characters.length - 4, characters.length - 3]) {
    if (from > 0 && characters.length - from >= 3) keys.add(characters.slice(from).join(''));
  }
  return [...keys];
}
