/** Invented people for tests: ID numbers with birth years in the 1890s, phones in unassigned blocks. */
import type { PersonDraft } from '../../contract/people/requests.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid ID number (GB 11643, MOD 11-2) of somebody born in the 1890s; `n` makes it one of a thousand. */
export function idNumberOf(n: number): string {
  const body = `45010218${90 + (n % 10)}0${1 + (n % 9)}1${n % 10}${String(n % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * WEIGHTS[index]!, 0);
  return body + '10X98765432'[sum % 11]!;
}

/** A mobile number in a block that is not assigned. */
export const phoneOf = (n: number): string => `1410000${String(n % 10_000).padStart(4, '0')}`;

export function draftOf(n: number, changes: Partial<PersonDraft> = {}): PersonDraft {
  return {
    kind: 'person',
    name: '张明亮',
    sex: 'female',
    idType: 'resident-id',
    rooms: [{ text: `3-2-${1801 + (n % 100)}`, relation: 'owner' }],
    plates: ['桂M12345'],
    sealed: [
      { field: 'phone', value: phoneOf(n) },
      { field: 'idNumber', value: idNumberOf(n) },
      { field: 'remark', value: 'prefers mornings' },
    ],
    ...changes,
  };
}
