/** A guardian who is in the records, as the field `guardian` says it instead of words: sealed like any value of it. */
import type { PersonId } from '../ids.ts';

/** As text, since a sealed value is one. */
export const linkTo = (personId: PersonId): string => `person:${personId}`;

/** Who is meant; null where the value is words. */
export function linkedIn(value: string): PersonId | null {
  const number = /^person:([1-9]\d{0,14})$/.exec(value.trim())?.[1];
  return number === undefined ? null : (Number(number) as PersonId);
}
