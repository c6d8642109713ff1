/**
 * Validates identity documents by their formats: resident ID (GB 11643), permits, permanent-residence card,
 * passport, company code (GB 32100).
 */
import { isCompanyCode } from '../../../contract/company/credit-code.ts';
import type { IdType } from '../../../contract/fields.ts';
import { normaliseCode, normaliseDashes } from './normalise.ts';

/** Result of checking a number. */
export interface IdCheck {
  readonly valid: boolean;
  readonly normalised: string;
  /** The kind whose rules the number passes; null where it passes none. */
  readonly type: IdType | null;
  /** Point that the user must correct or confirm. */
  readonly note: 'old-id' | 'id-check-digit' | 'id-cut' | null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
/** First two digits by GB/T 2260; 71, 81 and 82 are in old numbers of people from there. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);
const PERMIT_REGIONS = new Set(['810000', '820000', '830000']);

/** The check character (18th) for the first 17 digits: ISO 7064 MOD 11-2, as used by GB 11643. */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i += 1) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Whether it is a day of the Gregorian calendar from 1850 to `today` (milliseconds since 1970). */
export function isRealDate(year: number, month: number, day: number, today: number): boolean {
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  // East of Greenwich the day begins up to 14 hours earlier.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && time <= today + 14 * 3_600_000;
}

/**
 * Checks a number as typed. `type` null: tries every kind except `other`, the strictest first. `today`:
 * milliseconds since 1970; no birthday may be later.
 */
export function checkIdNumber(value: string, type: IdType | null, today: number): IdCheck {
  const text = normaliseDashes(normaliseCode(value))
    .toUpperCase()
    .replace(/-/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (type !== null) return checkAs(type, text, today);
  // 18 digits count as a resident ID: passing as a passport number must not excuse a wrong check digit.
  if (/^\d{14,17}[\dX]$/.test(text) && !text.startsWith('9')) {
    const permit = checkPermit(text, today);
    return permit.valid ? permit : checkResident(text, today);
  }
  // A company code may also be all digits and begin with 9; its check character decides.
  for (const kind of ['company-code', 'permanent-residence', 'passport'] as const) {
    const check = checkAs(kind, text, today);
    if (check.valid || check.note !== null) return check;
  }
  return fails(text);
}

function checkAs(type: IdType, text: string, today: number): IdCheck {
  switch (type) {
    case 'resident-id':
      return checkResident(text, today);
    case 'residence-permit':
      return checkPermit(text, today);
    case 'permanent-residence':
      return checkPermanent(text, today);
    case 'passport':
      return answer(isPassport(text), text, type);
    case 'company-code':
      return answer(isCompanyCode(text), text, type);
    case 'other':
      return answer(/^[\p{L}\p{N}]{1,40}$/u.test(text), text, type);
  }
}

const answer = (valid: boolean, normalised: string, type: IdType): IdCheck => ({
  valid,
  normalised,
  type: valid ? type : null,
  note: null,
});
const fails = (normalised: string, note: IdCheck['note'] = null): IdCheck => ({
  valid: false,
  normalised,
  type: null,
  note,
});

function checkResident(text: string, today: number): IdCheck {
  if (/^[1-9]\d{14}$/.test(text)) return widenOld(text, today);
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return fails(text);
  if (!PROVINCES.has(text.slice(0, 2)) || !hasRealBirthday(text, today)) return fails(text);
  if (checkCharacter(text) === text[17])
    return { valid: true, normalised: text, type: 'resident-id', note: null };
  // A spreadsheet keeps 15 digits of a number and replaces the others by zeros.
  return fails(text, text.endsWith('000') ? 'id-cut' : 'id-check-digit');
}

/**
 * Extends an old number of 15 digits, which has a two-digit year and no check character; the holder must
 * confirm the century.
 */
function widenOld(text: string, today: number): IdCheck {
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  if (!PROVINCES.has(text.slice(0, 2)) || !hasRealBirthday(first17, today)) return fails(text);
  return { valid: true, normalised: first17 + checkCharacter(first17), type: 'resident-id', note: 'old-id' };
}

/**
 * Whether digits taken from a text are a resident ID or a residence permit: region, birthday, check character; 15 digits have no check
 * character. `today` as in `checkIdNumber`.
 */
export function isResidentNumber(digits: string, today: number): boolean {
  return checkResident(digits, today).valid || (digits.length === 18 && checkPermit(digits, today).valid);
}

/** Whether digits would be a resident ID but for its end, which a spreadsheet has replaced by zeros. */
export const isCutResidentNumber = (digits: string, today: number): boolean =>
  checkResident(digits, today).note === 'id-cut';

/** Residence permits for people of Hong Kong, Macau and Taiwan. */
function checkPermit(text: string, today: number): IdCheck {
  const valid =
    /^\d{17}[\dX]$/.test(text) &&
    PERMIT_REGIONS.has(text.slice(0, 6)) &&
    hasRealBirthday(text, today) &&
    checkCharacter(text) === text[17];
  return answer(valid, text, 'residence-permit');
}

/** A number of eighteen with a day of birth ends in a check character, as a resident ID does. */
function checkPermanent(text: string, today: number): IdCheck {
  const isNew = /^9\d{16}[\dX]$/.test(text);
  if (isNew && hasRealBirthday(text, today) && checkCharacter(text) !== text[17])
    return fails(text, 'id-check-digit');
  return answer(isNew || /^[A-Z]{3}\d{12}$/.test(text), text, 'permanent-residence');
}

const hasRealBirthday = (text: string, today: number): boolean =>
  isRealDate(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)), today);

/** Chinese passports by their own format, others as 5–20 letters and digits with at least one digit. */
function isPassport(text: string): boolean {
  if (/^[EG]\d{8}$|^E[A-HJ-NP-Z]\d{7}$/.test(text)) return true;
  return /^(?=.*\d)[A-Z0-9]{5,20}$/.test(text);
}

/**
 * The mask of a valid number: first and last character with 16 stars; a passport shows its first and last
 * two; `other` shows nothing.
 */
export function maskIdNumber(normalised: string, type: IdType): string {
  if (type === 'other') return '***';
  if (type === 'passport') return `${normalised.slice(0, 1)}******${normalised.slice(-2)}`;
  return `${normalised.slice(0, 1)}${'*'.repeat(16)}${normalised.slice(-1)}`;
}
