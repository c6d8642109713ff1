/**
 * Masks values: by field where they are valid, almost nothing where they are not, and never more than the
 * policy allows.
 */
import { FIELDS, type FieldId } from '../../../contract/fields.ts';
import { linkedIn } from '../../../contract/people/guardian.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import { assertNever } from '../../../contract/result.ts';
import { checkIdNumber, maskIdNumber } from './id-number.ts';
import { maskPersonName, partsToText } from './name.ts';
import { maskPhone, parsePhone } from './phone.ts';
import { maskPlate } from './plate.ts';
import { HIDDEN, provinceAndCityOf, tightenMask } from './tighten-mask.ts';
import { type ValueHints, splitContact, validateField } from './validate.ts';

/** The mask of a value. */
export interface MaskedValue {
  readonly mask: string;
  /** Whether the value passes its validator. */
  readonly valid: boolean;
}

/**
 * The mask of a stored or typed value. It is never the value itself, except for a company's name and fields
 * of the open tier. An invalid value shows at most a third of its characters, and never more than two.
 */
export function maskValue(
  policy: MaskPolicy,
  field: FieldId,
  value: string,
  hints: ValueHints = {},
): MaskedValue {
  const { valid, normalised } = validateField(field, value, hints);
  if (valid && (FIELDS[field].mask === 'none' || isCompany(field, hints))) return { mask: normalised, valid };
  const mask = valid
    ? maskValid(field, normalised, hints)
    : maskInvalid(field, normalised, [...value].length);
  return { mask: apartFrom(value, normalised, tightenMask(policy, FIELDS[field].mask, mask)), valid };
}

const isCompany = (field: FieldId, hints: ValueHints): boolean =>
  field === 'name' && hints.kind === 'company';

function maskValid(field: FieldId, value: string, hints: ValueHints): string {
  const { mask } = FIELDS[field];
  switch (mask) {
    case 'name':
      return partsToText(maskPersonName(value));
    case 'phone':
      return maskPhoneText(value);
    case 'email':
      return `${[...value][0]}***${value.slice(value.lastIndexOf('@'))}`;
    // A WeChat id that is a phone number is masked and found like one.
    case 'wechat':
      return parsePhone(value)?.kind === 'mobile'
        ? maskPhoneText(value)
        : `${value.slice(0, 1)}****${value.slice(-1)}`;
    case 'address':
      return `${provinceAndCityOf(value)}${HIDDEN}`;
    case 'id-number':
      return maskIdText(value, hints);
    case 'birthday':
      return `${value.slice(0, 4)}-**-**`;
    case 'plate':
      return maskPlate(value);
    case 'bank-card':
      return `**** ${value.slice(-4)}`;
    // A link reveals nothing of the linked person.
    case 'contact-person':
      return field === 'guardian' && linkedIn(value) !== null ? HIDDEN : maskContact(value);
    case 'hidden':
    case 'none':
      return HIDDEN;
    default:
      return assertNever(mask);
  }
}

function maskPhoneText(value: string): string {
  const phone = parsePhone(value);
  return phone === null ? HIDDEN : maskPhone(phone);
}

function maskIdText(value: string, hints: ValueHints): string {
  const { type } = checkIdNumber(value, hints.idType ?? null, hints.now ?? Date.now());
  return type === null ? HIDDEN : maskIdNumber(value, type);
}

function maskContact(value: string): string {
  const contact = splitContact(value);
  if (contact === null) return HIDDEN;
  const name = contact.name === '' ? '' : partsToText(maskPersonName(contact.name));
  const phone = contact.phone === '' ? '' : maskPhoneText(contact.phone);
  return `${name} ${phone}`.trim();
}

/**
 * The mask of an invalid value: the first character of a name, or the last two of a number, if that is at
 * most a third of the value, also as typed (ß in capitals is two characters); nothing of free text.
 */
function maskInvalid(field: FieldId, value: string, typed: number): string {
  const characters = [...value];
  const third = Math.floor(Math.min(characters.length, typed) / 3);
  switch (FIELDS[field].mask) {
    case 'name':
      return third === 0 ? HIDDEN : `${characters[0]}**`;
    case 'phone':
    case 'plate':
    case 'id-number':
    case 'bank-card':
      return third === 0 ? HIDDEN : `****${characters.slice(-Math.min(2, third)).join('')}`;
    default:
      return HIDDEN;
  }
}

/** A value may consist of stars; its mask is then another row of stars. */
function apartFrom(value: string, normalised: string, mask: string): string {
  if (mask !== value && mask !== normalised) return mask;
  return [HIDDEN, '****'].find((row) => row !== value && row !== normalised) ?? '*****';
}
