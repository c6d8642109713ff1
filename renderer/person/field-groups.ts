/** A record's fields as the page lists them: what a task needs, then what calls somebody, then the rest. Pure. */
import { FIELD_IDS, type FieldId } from '../../contract/fields.ts';
import type { MaskedField } from '../../contract/people/views.ts';

/** Whom one calls and where their car stands: what nearly everybody at the counter is asked for. */
const FIRST: readonly FieldId[] = ['name', 'phone', 'plate'];

const placeOf = (field: FieldId): number => {
  const first = FIRST.indexOf(field);
  return first === -1 ? FIRST.length + FIELD_IDS.indexOf(field) : first;
};

export function groupFields(
  fields: readonly MaskedField[],
  needs: readonly FieldId[] = [],
): readonly { readonly group: 'task' | 'rest'; readonly fields: readonly MaskedField[] }[] {
  const ordered = fields.slice().sort((a, b) => placeOf(a.field) - placeOf(b.field) || a.ordinal - b.ordinal);
  const needed = needs.flatMap((need) => ordered.filter(({ field }) => field === need));
  const rest = ordered.filter((field) => !needed.includes(field));
  return [
    { group: 'task' as const, fields: needed },
    { group: 'rest' as const, fields: rest },
  ].filter(({ fields: some }) => some.length > 0);
}
