/** What can be checked on a record, by what it holds. Pure. */
import type { VerifyKind } from '../../contract/routes.ts';
import type { MaskedPerson } from '../../contract/views.ts';

const ALL: readonly VerifyKind[] = ['phone', 'phone-hidden', 'name', 'id-number'];

export function verifyKindsOf(person: MaskedPerson): readonly { readonly kind: VerifyKind; readonly possible: boolean }[] {
  const has = (field: 'phone' | 'idNumber') => person.fields.some((one) => one.field === field);
  return ALL.map((kind) => ({ kind, possible: kind === 'name' || has(kind === 'id-number' ? 'idNumber' : 'phone') }));
}
