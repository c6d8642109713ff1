/** Ages that a value tells, for the guardians of people under fourteen (PIPL, Articles 28 and 31). */
import type { SealedFieldId } from '../../../contract/fields.ts';
import { dayOf } from '../clock.ts';

const OF_AGE = 14;

/**
 * The birthday in a normalised value, `YYYY-MM-DD`; null where it has none. ID numbers of 18 characters have
 * it in digits 7–14 (GB 11643).
 */
export function bornOn(field: SealedFieldId, value: string): string | null {
  if (field === 'birthday') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  const [, year, month, day] =
    (field === 'idNumber'
      ? /^\d{6}((?:18|19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.exec(value)
      : null) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

/**
 * Whether somebody born on that day (`YYYY-MM-DD`) is under fourteen at `now` (milliseconds since 1970). On
 * the fourteenth birthday they still are: the law counts from the day after.
 */
export const isUnderFourteen = (born: string, now: number): boolean =>
  `${Number(born.slice(0, 4)) + OF_AGE}${born.slice(4)}` >= dayOf(now);

/** Whether a value shows that its owner is under fourteen at `now` (milliseconds since 1970). */
export const saysUnderFourteen = (field: SealedFieldId, value: string, now: number): boolean => {
  const born = bornOn(field, value);
  return born !== null && isUnderFourteen(born, now);
};
