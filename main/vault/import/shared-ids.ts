/** ID numbers that a list has for people of several names: the sample of a template, or one that was copied down a column, is set aside. */
import type { RowDraft } from './parse-rows.ts';

/** Two names may be one person, which is asked; three are none. */
const MAX_NAMES = 2;

/** Drafts in their order: numbers under two names are flagged, since it is asked who has them, those under more are set aside. */
export function withoutSharedIds(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const names = new Map<string, Set<string>>();
  for (const draft of drafts)
    for (const { field, value } of draft.values)
      if (field === 'idNumber') names.set(value, (names.get(value) ?? new Set()).add(draft.name));
  const shared = new Map([...names].filter(([, of]) => of.size > 1));
  if (shared.size === 0) return drafts;
  return drafts.map((draft) => {
    const id = draft.values.find(({ field, value }) => field === 'idNumber' && shared.has(value));
    if (id === undefined) return draft;
    const flags = [...draft.flags, { column: draft.idColumn, why: 'id-shared' as const }];
    if ((shared.get(id.value)?.size ?? 0) <= MAX_NAMES) return { ...draft, flags };
    return { ...draft, flags, values: draft.values.filter((value) => value !== id), idType: null };
  });
}
