/** Whether a value may be that of a real person: in practice, where every PIN is on the screen, no such value is taken. Pure. */
import type { SealedFieldId } from '../../../contract/fields.ts';

/** In the blocks 1410 to 1419, which nobody has. */
const PHONE_OF_NOBODY = /^141\d{8}$/;
/** Of a resident who was born before 1900. */
const ID_OF_NOBODY = /^\d{6}18\d{9}[\dX]$/;
/** Long enough to be a telephone number, a number of a document or of an account. */
const LONG_NUMBERS = /\d[\d -]{5,}\d/g;

/** `value` as validated; of a name nobody can say it, and of a birthday alone neither. */
export function mayBeReal(field: SealedFieldId, value: string): boolean {
  switch (field) {
    case 'phone':
    case 'contractorPhone':
      return !PHONE_OF_NOBODY.test(value);
    case 'idNumber':
      return !ID_OF_NOBODY.test(value);
    case 'bankCard':
      return true;
    default:
      return numbersIn(value).some((number) => !PHONE_OF_NOBODY.test(number) && !ID_OF_NOBODY.test(number));
  }
}

/** Days, such as 1893-05-01, are none. */
const numbersIn = (text: string): readonly string[] =>
  (text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, ' ').match(LONG_NUMBERS) ?? []).map((number) =>
    number.replaceAll(/[ -]/g, ''),
  );
