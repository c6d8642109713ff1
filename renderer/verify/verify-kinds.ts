/** Kinds of verification that a record allows, by the values that it holds. Pure. */
import type { VerifyKind } from '../../contract/people/verify-kinds.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';

const ALL: readonly VerifyKind[] = ['phone', 'phone-hidden', 'name', 'id-number'];

/** Digits behind the stars can be counted only where mask and number run side by side: not of a landline, nor of a phone that is hidden. */
const isInStep = (phoneMask: string): boolean => /^[1+]/.test(phoneMask);

export function verifyKindsOf(
  person: MaskedPerson,
): readonly { readonly kind: VerifyKind; readonly possible: boolean }[] {
  const masksOf = (field: 'phone' | 'idNumber') =>
    person.fields.filter((one) => one.field === field).map(({ mask }) => mask);
  const possible: Readonly<Record<VerifyKind, boolean>> = {
    name: true,
    phone: masksOf('phone').length > 0,
    'phone-hidden': masksOf('phone').some(isInStep),
    'id-number': masksOf('idNumber').length > 0,
  };
  return ALL.map((kind) => ({ kind, possible: possible[kind] }));
}
