/** Telephone numbers: mainland mobiles, landlines with area code, and numbers of 852, 853 and 886. */
import { normaliseDashes, normaliseText } from './normalise.ts';

/** Kind of a number; `abroad`: Hong Kong, Macau or Taiwan. */
export type PhoneKind = 'mobile' | 'landline' | 'abroad';

/** A parsed number. */
export interface Phone {
  readonly kind: PhoneKind;
  /** `13812341234`, `0778-2123456`, `0778-2123456-801`, `+85291234567`. */
  readonly normalised: string;
  /** `0778`, `+852`; empty for a mobile. */
  readonly prefix: string;
  /** Subscriber's digits, without area code and extension. */
  readonly number: string;
}

const MOBILE = /^(?:\+?86|0086|0)?(1[3-9]\d{9})$/;
/** Hong Kong and Macau: 8 digits. Taiwan: 9, the first of them 9, or landlines of 8 and 9 with their area. */
const ABROAD = /^(?:\+|00)?(852|853|886)(0?)(\d{8,9})$/;
const WITHOUT_COUNTRY = /^(?:\+?86|0086)(?=0?[1-9]\d)/;
/** 010 and 02x have two digits after the trunk 0, all other areas three (GB/T numbering plan); subscribers begin with 2–9. */
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))([2-9]\d{6,7})$/;
const EXTENSION = /(?:转|分机|ext\.?|x|,|#)(\d{1,6})$/i;

/** The number in a text; null where the text is not exactly one number of a known form. */
export function parsePhone(text: string): Phone | null {
  const { main, extension } = splitExtension(normaliseDashes(normaliseText(text)).replace(/[() .]/g, ''));
  const digits = main.replace(/-/g, '');
  if (extension === '') {
    const mobile = MOBILE.exec(digits)?.[1];
    if (mobile !== undefined) return { kind: 'mobile', normalised: mobile, prefix: '', number: mobile };
    const abroad = parseAbroad(digits);
    if (abroad !== null) return abroad;
  }
  return parseLandline(digits, extension);
}

function splitExtension(text: string): { readonly main: string; readonly extension: string } {
  const marked = EXTENSION.exec(text);
  if (marked !== null) return { main: text.slice(0, marked.index), extension: marked[1] ?? '' };
  const dashed = /^(0\d{2,3}-?[2-9]\d{6,7})-(\d{1,6})$/.exec(text);
  return dashed === null
    ? { main: text, extension: '' }
    : { main: dashed[1] ?? '', extension: dashed[2] ?? '' };
}

function parseAbroad(digits: string): Phone | null {
  const parts = ABROAD.exec(digits);
  if (parts === null) return null;
  const [, country, trunk, number] = parts as unknown as [string, string, string, string];
  // 852… without a plus is accepted only where the length is unambiguous; 11 digits that begin with 853 are no mainland number.
  const fits =
    country === '886'
      ? number.length === 9 || trunk === '0'
      : trunk === '' && number.length === 8 && /^[2-9]/.test(number);
  return fits ? { kind: 'abroad', normalised: `+${country}${number}`, prefix: `+${country}`, number } : null;
}

function parseLandline(digits: string, extension: string): Phone | null {
  const national = digits.replace(WITHOUT_COUNTRY, '');
  const parts = LANDLINE.exec(national.startsWith('0') || national === digits ? national : `0${national}`);
  if (parts === null) return null;
  const [, prefix, number] = parts as unknown as [string, string, string];
  return {
    kind: 'landline',
    normalised: `${prefix}-${number}${extension === '' ? '' : `-${extension}`}`,
    prefix,
    number,
  };
}

/**
 * The mask of a number: 138****1234 (10,000 numbers possible), 0778-****123 (the same stars for 7 and 8
 * digits, without an extension), +852******67.
 */
export function maskPhone(phone: Phone): string {
  const { kind, prefix, number } = phone;
  if (kind === 'mobile') return `${number.slice(0, 3)}****${number.slice(-4)}`;
  if (kind === 'landline') return `${prefix}-****${number.slice(-3)}`;
  return `${prefix}${'*'.repeat(number.length - 2)}${number.slice(-2)}`;
}

/** Whether a text is a phone's mask or part of one, as it may be copied from a list. */
export const looksLikePhoneMask = (text: string): boolean =>
  /^\+?\d{0,4}(?:\*{0,4}-)?\*{2,}\d{0,4}$/.test(text);
