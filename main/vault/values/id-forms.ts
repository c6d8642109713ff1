/** Whole ID numbers of mainland residents, in the forms in which they are stored. */
import { normaliseCode } from './normalise.ts';
import { validateField } from './validate.ts';

/** 18 characters, an old one of 15 digits extended, or unchanged where it could not be; null for anything but a whole number. */
export function idFormsOf(typed: string): readonly string[] | null {
  const whole = normaliseCode(typed).replace(/-/g, '').toUpperCase();
  if (!/^[1-9](?:\d{14}|\d{16}[\dX])$/.test(whole)) return null;
  return [...new Set([validateField('idNumber', whole).normalised, whole])];
}
