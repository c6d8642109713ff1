/** Number plates: 7 characters (GA 36), 8 for new energy with its class letter third (small) or last (large). */
import { normaliseCode, normaliseDashes } from './normalise.ts';

export const PROVINCE_SIGNS = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

const LETTER = 'A-HJ-NP-Z';
const ORDINARY = new RegExp(`^[${PROVINCE_SIGNS}][${LETTER}][${LETTER}0-9]{4}[${LETTER}0-9挂学警港澳]$`);
const SMALL_ELECTRIC = new RegExp(`^[${PROVINCE_SIGNS}][${LETTER}][A-HJK][${LETTER}0-9]\\d{4}$`);
const LARGE_ELECTRIC = new RegExp(`^[${PROVINCE_SIGNS}][${LETTER}]\\d{5}[A-HJK]$`);

/** Upper case, without spaces, dots and dashes. */
export function normalisePlate(text: string): string {
  return normaliseDashes(normaliseCode(text))
    .replace(/[-·•・･‧．.]/g, '')
    .toUpperCase();
}

export const isPlate = (plate: string): boolean =>
  ORDINARY.test(plate) || SMALL_ELECTRIC.test(plate) || LARGE_ELECTRIC.test(plate);

/** Of a valid plate in normal form: 桂M***45 · 桂MD***45 · 桂M****5D. In step with the plate, character for character. */
export function maskPlate(plate: string): string {
  const shown = SMALL_ELECTRIC.test(plate) ? 3 : 2;
  return `${plate.slice(0, shown)}${'*'.repeat(plate.length - shown - 2)}${plate.slice(-2)}`;
}

/** By what a plate is asked for: whole, without the province, without the letter, by its last four and three. */
export function plateKeys(plate: string): readonly string[] {
  const text = normalisePlate(plate);
  const characters = [...text];
  const keys = new Set([text]);
  for (const from of [1, 2, 3, characters.length - 4, characters.length - 3]) {
    if (from > 0 && characters.length - from >= 3) keys.add(characters.slice(from).join(''));
  }
  return [...keys];
}
