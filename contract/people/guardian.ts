/** Link from a sealed `guardian` value to a person in the records, instead of words. */
import type { PersonId } from '../ids.ts';

/** The text `person:<id>`, which is stored as the sealed value. */
export const linkTo = (personId: PersonId): string => `person:${personId}`;

/** The person whom a `guardian` value links to; null where the value is words. */
export function linkedIn(value: string): PersonId | null {
  const number = /^person:([1-9]\d{0,14})$/.exec(value.trim())?.[1];
  return number === undefined ? null : (Number(number) as PersonId);
}
