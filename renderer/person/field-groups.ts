/** A record's fields in the three groups of the page, in the order of the one list. Pure. */
import { FIELD_IDS } from '../../contract/fields.ts';
import type { Tier } from '../../contract/fields.ts';
import type { MaskedField } from '../../contract/views.ts';

export const GROUPS = ['basic', 'contact', 'identity'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<Tier, Group>> = { open: 'basic', masked: 'basic', contact: 'contact', identity: 'identity' };

export function groupFields(fields: readonly MaskedField[]): readonly { readonly group: Group; readonly fields: readonly MaskedField[] }[] {
  const ordered = fields.slice().sort((a, b) => FIELD_IDS.indexOf(a.field) - FIELD_IDS.indexOf(b.field) || a.ordinal - b.ordinal);
  return GROUPS.map((group) => ({ group, fields: ordered.filter((field) => GROUP_OF[field.tier] === group) })).filter(({ fields: some }) => some.length > 0);
}
