/** Draft of an extract for an authority, and its request as the vault takes it. Pure. */
import { REVEALABLE_FIELD_IDS, type RevealableFieldId } from '../../contract/fields.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';

export interface ExtractDraft {
  readonly authority: string;
  readonly purpose: string;
  readonly fields: readonly RevealableFieldId[];
}

export const NO_EXTRACT: ExtractDraft = { authority: '', purpose: '', fields: [] };

/** Returns the fields of a person that can be shown, each once, in the order of the list; notes stay with the desk. */
export function fieldsToExtract(person: MaskedPerson): readonly RevealableFieldId[] {
  const all = [
    ...person.fields,
    ...person.records.flatMap((record) => ('fields' in record ? record.fields : [])),
  ];
  const there = new Set(all.filter(({ access }) => access !== 'shown').map(({ field }) => field as string));
  return REVEALABLE_FIELD_IDS.filter((id) => id !== 'note' && there.has(id));
}

/** Null while something is missing. */
export function finishExtract({
  authority,
  purpose,
  fields,
}: ExtractDraft): NonNullable<RouteRequest<'people.openFull'>['extract']> | null {
  if (authority.trim().length < 2 || purpose.trim().length < 2 || fields.length === 0) return null;
  return { authority: authority.trim(), purpose: purpose.trim(), fields: [...fields] };
}
