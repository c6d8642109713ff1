/** ID numbers that a list has for people of several names: the sample of a template, or one that was copied down a column, is set aside. */
import type { Pace } from '../long-work/progress.ts';
import { idOf } from './choose-person.ts';
import type { RowDraft } from './parse-rows.ts';

/** Two names may be one person, which is asked; three are none. */
const MAX_NAMES = 2;

/**
 * Drafts in their order: numbers under two names are flagged, since it is asked who has them, those under more are set aside. Errors: those of
 * `pace`.
 */
export async function withoutSharedIds(
  drafts: readonly RowDraft[],
  pace: Pick<Pace, 'look'>,
): Promise<readonly RowDraft[]> {
  const first = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  for (const draft of drafts) {
    await pace.look();
    const value = idOf(draft)?.value;
    if (value === undefined) continue;
    const before = first.get(value);
    if (before === undefined) first.set(value, draft.name);
    else if (before !== draft.name) names.set(value, (names.get(value) ?? new Set([before])).add(draft.name));
  }
  if (names.size === 0) return drafts;
  const made: RowDraft[] = [];
  for (const draft of drafts) {
    await pace.look();
    const id = idOf(draft);
    const of = id === undefined ? undefined : names.get(id.value);
    made.push(of === undefined ? draft : withFlag(draft, of.size > MAX_NAMES));
  }
  return made;
}

function withFlag(draft: RowDraft, isSetAside: boolean): RowDraft {
  const flags = [...draft.flags, { column: draft.idColumn, why: 'id-shared' as const }];
  return isSetAside
    ? { ...draft, flags, values: draft.values.filter(({ field }) => field !== 'idNumber'), idType: null }
    : { ...draft, flags };
}
