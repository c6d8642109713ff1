/** Sets aside an ID number that a list has for people of several names: the sample of a template, or one that was copied down a column. */
import type { RowDraft } from './parse-rows.ts';

/** Two names may be one person, which is asked; three are none. */
const MAX_NAMES = 2;

/** Drafts in their order, without such numbers and with their cells flagged. */
export function withoutSharedIds(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const names = new Map<string, Set<string>>();
  for (const draft of drafts)
    for (const { field, value } of draft.values)
      if (field === 'idNumber') names.set(value, (names.get(value) ?? new Set()).add(draft.name));
  const shared = new Set([...names].flatMap(([value, of]) => (of.size > MAX_NAMES ? [value] : [])));
  if (shared.size === 0) return drafts;
  return drafts.map((draft) => {
    const values = draft.values.filter(({ field, value }) => field !== 'idNumber' || !shared.has(value));
    if (values.length === draft.values.length) return draft;
    return { ...draft, values, idType: null, flags: [...draft.flags, { column: draft.idColumn, why: 'id-shared' }] };
  });
}
