/** Validators of all fields: the normalised form of a value and whether it is valid. */
import { FIELDS, type FieldId, type IdType, type PersonKind } from '../../../contract/fields.ts';
import { linkedIn } from '../../../contract/people/guardian.ts';
import { assertNever } from '../../../contract/result.ts';
import { type KeptNote, VALUE_NOTES } from '../../../contract/people/views.ts';
import { checkIdNumber, isRealDate } from './id-number.ts';
import { isCompanyName, isPersonName, normaliseName } from './name.ts';
import { normaliseCode, normaliseDashes, normaliseText } from './normalise.ts';
import { parsePhone } from './phone.ts';
import { isPlate, normalisePlate } from './plate.ts';

export { isPlaceholder } from './normalise.ts';

/** Known facts beside the value. */
export interface ValueHints {
  /** A company's name is shown in clear and has its own rules. Default `person`. */
  readonly kind?: PersonKind;
  /** Kind of the ID document; null or absent where it is not known. */
  readonly idType?: IdType | null;
  /** Milliseconds since 1970; no birthday may be later. Default: the system clock. */
  readonly now?: number;
}

/** Point to correct or to confirm with the holder. */
export type ValueNote = 'old-id' | 'id-check-digit' | 'id-cut' | 'card-check-digit';

/** Result of validating a value. */
export interface Validation {
  readonly valid: boolean;
  /** The form to store and compare; for an invalid value, normalised as far as possible. */
  readonly normalised: string;
  /** Point to correct or to confirm with the holder. */
  readonly note: ValueNote | null;
}

/** The note that is stored with a valid value; null for an invalid one. */
export const keptNote = ({ valid, note }: Pick<Validation, 'valid' | 'note'>): KeptNote | null =>
  valid ? (VALUE_NOTES.find((kept) => kept === note) ?? null) : null;

/** Characters that normalising may remove from a valid value: groups, dashes, spaces. */
const MAX_TAKEN_AWAY = 200;

/** Validates and normalises a value of a field. Never throws. */
export function validateField(field: FieldId, value: string, hints: ValueHints = {}): Validation {
  // Length before pattern: a cell of a workbook is as long as somebody makes it.
  if (FIELDS[field].mask !== 'none' && value.length > FIELDS[field].longest + MAX_TAKEN_AWAY)
    return answer(false, normaliseText(value));
  const checked = check(field, value, hints);
  // Values of open fields are our own words, of any length.
  return (FIELDS[field].mask === 'none' || checked.normalised.length <= FIELDS[field].longest) &&
    checked.normalised !== ''
    ? checked
    : { ...checked, valid: false };
}

function check(field: FieldId, value: string, hints: ValueHints): Validation {
  switch (field) {
    case 'name':
      return checkName(value, hints.kind ?? 'person');
    case 'sex':
      return checkSex(value);
    case 'phone':
    case 'contractorPhone':
      return checkPhone(value);
    case 'email':
      return checkEmail(value);
    case 'wechat':
      return checkWechat(value);
    case 'address':
      return answer(/[\p{L}\p{N}]/u.test(value), normaliseText(value));
    case 'guardian':
      return linkedIn(value) === null ? checkContact(value) : answer(true, value.trim());
    case 'emergency':
    case 'foreman':
      return checkContact(value);
    case 'remark':
    case 'note':
      return answer(true, cleanLines(value));
    case 'idNumber':
      return checkIdNumber(value, hints.idType ?? null, hints.now ?? Date.now());
    case 'birthday':
      return checkBirthday(value, hints.now ?? Date.now());
    case 'bankCard':
      return checkBankCard(value);
    case 'plate':
      return answer(isPlate(normalisePlate(value)), normalisePlate(value));
    case 'contractor':
      return checkContractor(value);
    case 'certificate':
      return checkDocument(value, 4);
    case 'petLicence':
      return checkDocument(value, 2);
    default:
      return assertNever(field);
  }
}

const answer = (valid: boolean, normalised: string): Validation => ({ valid, normalised, note: null });

function checkName(value: string, kind: PersonKind): Validation {
  const name = normaliseName(value);
  return answer(kind === 'company' ? isCompanyName(name) : isPersonName(name), name);
}

const SEX_WORDS: Readonly<Record<string, string>> = {
  男: 'male',
  男性: 'male',
  先生: 'male',
  m: 'male',
  male: 'male',
  女: 'female',
  女性: 'female',
  女士: 'female',
  f: 'female',
  female: 'female',
  未知: 'unknown',
  不详: 'unknown',
  未说明: 'unknown',
  unknown: 'unknown',
};

function checkSex(value: string): Validation {
  const text = normaliseCode(value).toLowerCase();
  const sex = Object.hasOwn(SEX_WORDS, text) ? SEX_WORDS[text] : undefined;
  return answer(sex !== undefined, sex ?? text);
}

function checkPhone(value: string): Validation {
  const phone = parsePhone(value);
  return phone === null
    ? answer(false, normaliseDashes(normaliseText(value)))
    : answer(true, phone.normalised);
}

/** E-mail addresses in common use, not all that RFC 5321 allows. */
const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

/** The domain is lowered; the part before @ keeps its case. */
function checkEmail(value: string): Validation {
  const text = normaliseCode(value);
  const at = text.lastIndexOf('@');
  return answer(EMAIL.test(text), at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase());
}

/** A WeChat id (6–20, begins with a letter), or the mobile or QQ number that stands for one. */
function checkWechat(value: string): Validation {
  const text = normaliseCode(value);
  const phone = parsePhone(text);
  if (phone?.kind === 'mobile') return answer(true, phone.normalised);
  return answer(/^[A-Za-z][-_A-Za-z0-9]{5,19}$|^[1-9]\d{4,9}$/.test(text), text);
}

const BETWEEN_NAME_AND_PHONE = ' \t:：,，、/()（）-';
const BEHIND_PHONE = ' \t)）';
/** At the end of a text, and no longer than `MAX_PHONE`. */
const PHONE_AT_END = /\+?\d[\d\s-]{5,20}\d$/;
const MAX_PHONE = 23;

/**
 * Splits a contact into name and phone (张三 13812341234); either may be empty. Null where it is neither. In steps, each of which reads a character
 * once: one pattern for all of it took the cube of its length.
 */
export function splitContact(value: string): { readonly name: string; readonly phone: string } | null {
  const text = withoutEnd(normaliseText(normaliseDashes(value)), BEHIND_PHONE);
  const digits = PHONE_AT_END.exec(text.slice(-MAX_PHONE))?.[0] ?? '';
  const before = text.slice(0, text.length - digits.length);
  const name = normaliseName(withoutEnd(before, BETWEEN_NAME_AND_PHONE));
  const phone = digits === '' ? '' : parsePhone(digits)?.normalised;
  if (phone === undefined || (name === '' && phone === '') || (name !== '' && !isPersonName(name)))
    return null;
  return { name, phone };
}

/** The text without the characters of `some` that it ends in. */
function withoutEnd(text: string, some: string): string {
  let end = text.length;
  while (end > 0 && some.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function checkContact(value: string): Validation {
  const contact = splitContact(value);
  return contact === null
    ? answer(false, normaliseText(value))
    : answer(true, `${contact.name} ${contact.phone}`.trim());
}

/** The name of a firm or of a person. */
function checkContractor(value: string): Validation {
  const name = normaliseName(value);
  return answer(/\p{L}/u.test(name) && (isPersonName(name) || isCompanyName(name)), name);
}

/**
 * The number of a document: at least one digit and `shortest` characters, such as 桂(2020)无名市不动产权第0001234号.
 */
function checkDocument(value: string, shortest: number): Validation {
  const text = normaliseCode(value);
  return answer(/\d/.test(text) && [...text].length >= shortest, text);
}

/** Remarks keep their lines. */
function cleanLines(value: string): string {
  return value
    .split(/\r\n|\r|\n/)
    .map(normaliseText)
    .join('\n')
    .trim();
}

/**
 * 12–19 digits, in groups or not. A wrong check digit (Luhn, ISO/IEC 7812-1) is noted, not refused, because
 * some banks' cards have none.
 */
function checkBankCard(value: string): Validation {
  const digits = normaliseDashes(normaliseCode(value)).replace(/-/g, '');
  const valid = /^\d{12,19}$/.test(digits);
  return { valid, normalised: digits, note: valid && !passesLuhn(digits) ? 'card-check-digit' : null };
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** 1980-01-02, also from 1980/1/2, 1980.1.2, 1980年1月2日, 19800102. */
function checkBirthday(value: string, now: number): Validation {
  const text = normaliseDashes(normaliseCode(value));
  const parts = DATE.exec(text);
  if (parts === null) return answer(false, text);
  const [year, month, day] = [parts[1], parts[2] ?? parts[4], parts[3] ?? parts[5]].map(Number) as [
    number,
    number,
    number,
  ];
  const normalised = `${parts[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return answer(isRealDate(year, month, day, now), normalised);
}
