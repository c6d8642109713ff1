/** The code of a mark: on every window, paper and file. Without schemas, so that pages can read it. */
import { normaliseSheet } from '../recovery/sheet-text.ts';

/** Crockford's base32: without I, L, O and U, which are taken for other characters on a photo. */
export const TRACE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters of a code, the last of which checks the others. */
export const TRACE_CHARACTERS = 12;
/** Maximum length of a pasted text with a code in it, in UTF-16 code units. */
export const MAX_TRACE_TEXT = 200;
/** Most entries that are shown of the minutes around a mark. */
export const MAX_TRACE_ENTRIES = 200;
/** How long before a mark something may have come onto the screen that was photographed, in milliseconds. */
export const TRACE_BEFORE_MS = 15 * 60_000;

/** Twelve characters of the alphabet. */
export const TRACE_CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** `A1B2-C3D4-E5F6`, as it is printed. */
export const showTraceCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

/** Number of the copy in the register, which follows the code in the QR code of a print. */
const NUMBER_AFTER = / P-\d{1,10}$/iu;

/** The code in what was typed, pasted or read from a picture, and nothing where it is none or has a slip. */
export function readTraceCode(text: string): string | null {
  const code = normaliseSheet(text.trim().replace(NUMBER_AFTER, ''));
  return TRACE_CODE.test(code) && checkOf(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** Whether it has as many characters as a code, and so a slip where it is none. */
export const isWholeTraceCode = (text: string): boolean => normaliseSheet(text).length === TRACE_CHARACTERS;

/**
 * The character that checks the others: their sum in the field of 32 elements (x⁵ + x² + 1), each multiplied by another power of x. One wrong character
 * and two exchanged ones are always noticed.
 */
export function checkOf(characters: string): string {
  let sum = 0;
  // From the last to the first: each step multiplies what has been summed by x.
  for (const character of [...characters].toReversed()) sum = timesX(sum ^ TRACE_ALPHABET.indexOf(character));
  return TRACE_ALPHABET.charAt(sum);
}

const timesX = (element: number): number => ((element << 1) ^ (element >= 16 ? 0b100101 : 0)) & 31;

/** Its actions, as log and papers call them. */
export const TRACE_ACTION_WORDS = {
  trace: ['标记追查', 'Mark traced'],
  'case-file': ['制作案卷', 'Case file made'],
} as const;
