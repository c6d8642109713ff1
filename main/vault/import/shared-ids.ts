/** ID numbers that are not taken: all of them where the company takes none, and those that a list has for people of several names: the sample of a template, or one that was copied down a column, is set aside. */
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

const ID_AMID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;

/** Drafts in their order, none of which has an ID number; what was written about it between other words goes as well. Errors: those of `pace`. */
export async function withoutIds(
  drafts: readonly RowDraft[],
  pace: Pick<Pace, 'look'>,
): Promise<readonly RowDraft[]> {
  const made: RowDraft[] = [];
  for (const draft of drafts) {
    await pace.look();
    made.push({
      ...draft,
      idType: null,
      idColumn: null,
      values: draft.values
        .filter(({ field }) => field !== 'idNumber')
        .map((value) => ({ ...value, value: value.value.replaceAll(ID_AMID, '***') })),
    });
  }
  return made;
}
