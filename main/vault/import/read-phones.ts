/** Reads the phones in a cell: one, several, with words beside them, or something that is kept for a person to correct. */
import { FIELDS } from '../../../contract/fields.ts';
import { isPlaceholder, normaliseCode, normaliseText } from '../values/normalise.ts';
import { parsePhone } from '../values/phone.ts';
import { validateField } from '../values/validate.ts';
import { isHanName } from './name-shapes.ts';
import { type DraftValue, type RowReading, flag, noteForm, textOf } from './row-reading.ts';

const SEPARATORS = /[,，;；、/\\|\n]+/;
/** Mobiles and landlines amid words. */
const NUMBERS = /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}[- ]?[2-9]\d{6,7}(?:-\d{1,6})?)(?!\d)/g;
/** Two mobiles written without anything between them. */
const TWO_IN_ONE = /^(1[3-9]\d{9})(1[3-9]\d{9})$/;
/** As many digits as an ID number has, which must not become readable with a receptionist's PIN. */
const TOO_MANY_DIGITS = 14;
const MIN_DIGITS = 5;

/** A landline without its area, as lists of one town have it. */
const LOCAL = /^[2-9]\d{6,7}$/;

/** Notes `several-phones`, `phone-kept-as-is`, `placeholder-phone`; flags `phone-not-valid`, `phone-of-somebody`, `value-too-long`. */
export function readPhones(reading: RowReading, text: string, column: number): readonly DraftValue[] {
  noteForm(reading, text, column);
  const found =
    parsePhone(text) === null
      ? normaliseText(text.replaceAll('\n', ','))
          .split(SEPARATORS)
          .flatMap((part) => readPart(reading, part, column))
      : [phone(text)];
  if (new Set(found.map((value) => value.value)).size > 1) reading.notes.add('several-phones');
  return found;
}

function phone(text: string): DraftValue {
  const { valid, normalised } = validateField('phone', text);
  return { field: 'phone', value: normalised, valid };
}

function readPart(reading: RowReading, part: string, column: number): readonly DraftValue[] {
  const text = part.trim();
  if (isPlaceholder('phone', text)) {
    if (text !== '') reading.notes.add('placeholder-phone');
    if (/\d{5}/.test(text)) flag(reading, column, 'placeholder');
    return [];
  }
  if (parsePhone(text) !== null) return [phone(text)];
  const glued = TWO_IN_ONE.exec(normaliseCode(text));
  if (glued !== null) return glued.slice(1).map(phone);
  const amid = (text.match(NUMBERS) ?? []).filter(
    (number) => parsePhone(number) !== null && !isPlaceholder('phone', number),
  );
  if (amid.length === 0) return keepAsIs(reading, text, column);
  const words = amid.reduce((rest, number) => rest.replace(number, ' '), text);
  if (/[\p{L}\p{N}]/u.test(words)) reading.leftOver.push(text);
  // 李四139…, beside another name: whose it is has to be looked at.
  const label = words.replaceAll(/[^\p{L}]/gu, '');
  if (isHanName(label) && label !== textOf(reading, 'name')) flag(reading, column, 'phone-of-somebody');
  return amid.map(phone);
}

function keepAsIs(reading: RowReading, text: string, column: number): readonly DraftValue[] {
  const digits = text.replaceAll(/\D/g, '').length;
  const cut = /^\d(\.\d+)?e\+\d+$/i.test(normaliseCode(text));
  // Words alone, 空号 or 同微信, are a remark; too many digits must not become readable with a receptionist's PIN.
  if (digits === 0 && text.length <= FIELDS.phone.longest) reading.leftOver.push(text);
  else if (text.length > FIELDS.phone.longest) flag(reading, column, 'value-too-long');
  else if (cut || digits < MIN_DIGITS || digits >= TOO_MANY_DIGITS) flag(reading, column, 'phone-not-valid');
  else {
    reading.notes.add('phone-kept-as-is');
    if (!LOCAL.test(normaliseCode(text))) flag(reading, column, 'phone-not-valid');
    return [phone(text)];
  }
  return [];
}
