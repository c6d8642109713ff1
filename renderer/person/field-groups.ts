/** A record's fields in the three groups of the page, in the order of the one list; what a task needs before them. Pure. */
import { FIELD_IDS, type FieldId, type Tier } from '../../contract/fields.ts';
import type { MaskedField } from '../../contract/people/views.ts';

const GROUPS = ['task', 'basic', 'contact', 'identity'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<Tier, Exclude<Group, 'task'>>> = {
  open: 'basic',
  masked: 'basic',
  contact: 'contact',
  identity: 'identity',
};

export function groupFields(
  fields: readonly MaskedField[],
  needs: readonly FieldId[] = [],
): readonly { readonly group: Group; readonly fields: readonly MaskedField[] }[] {
  const ordered = fields
    .slice()
    .sort((a, b) => FIELD_IDS.indexOf(a.field) - FIELD_IDS.indexOf(b.field) || a.ordinal - b.ordinal);
  const first = needs.flatMap((need) => ordered.filter(({ field }) => field === need));
  const inGroup = (group: Group) =>
    group === 'task'
      ? first
      : ordered.filter((field) => GROUP_OF[field.tier] === group && !first.includes(field));
  return GROUPS.map((group) => ({ group, fields: inGroup(group) })).filter(
    ({ fields: some }) => some.length > 0,
  );
}
