/** ID numbers that are not taken: all of them where the company takes none, and those that a list has for people of several names: the sample of a template, or one that was copied down a column, is set aside. */
import { AppError } from '../app-error.ts';
import type { Pace } from '../long-work/progress.ts';
import { starIdNumbers } from '../values/id-in-words.ts';
import { idOf } from './choose-person.ts';
import type { RowDraft } from './parse-rows.ts';

/** Two names may be one person, which is asked; three are none. */
const MAX_NAMES = 2;

/**
 * Drafts in their order: numbers under two names are flagged, since it is asked who has them, those under more are set aside, as is one that somebody has
 * from another of their own row, who cannot be the same. Errors: those of `pace`.
 */
export async function withoutSharedIds(
  drafts: readonly RowDraft[],
  pace: Pick<Pace, 'look'>,
): Promise<readonly RowDraft[]> {
  const first = new Map<string, RowDraft>();
  const copied = new Set<RowDraft>();
  const names = new Map<string, Set<string>>();
  for (const draft of drafts) {
    await pace.look();
    const value = idOf(draft)?.value;
    if (value === undefined) continue;
    const before = first.get(value);
    if (before === undefined) first.set(value, draft);
    else if (before.name === draft.name) continue;
    else if (before.row === draft.row && before.sheet === draft.sheet) copied.add(draft);
    else names.set(value, (names.get(value) ?? new Set([before.name])).add(draft.name));
  }
  if (names.size + copied.size === 0) return drafts;
  const made: RowDraft[] = [];
  for (const draft of drafts) {
    await pace.look();
    const id = idOf(draft);
    const of = id === undefined ? undefined : names.get(id.value);
    const isCopied = copied.has(draft);
    made.push(
      of === undefined && !isCopied ? draft : withFlag(draft, isCopied || (of?.size ?? 0) > MAX_NAMES),
    );
  }
  return made;
}

function withFlag(draft: RowDraft, isSetAside: boolean): RowDraft {
  const flags = [...draft.flags, { column: draft.idColumn, why: 'id-shared' as const }];
  return isSetAside
    ? { ...draft, flags, values: draft.values.filter(({ field }) => field !== 'idNumber') }
    : { ...draft, flags };
}

/**
 * Drafts in their order, none of which has an ID number; what was written about it between other words goes as well. With null, for `not yet
 * decided`, there may be none. Errors: those of `pace`; AppError `ids-undecided`.
 */
export async function withoutIds(
  drafts: readonly RowDraft[],
  pace: Pick<Pace, 'look'>,
  decided: false | null,
): Promise<readonly RowDraft[]> {
  const made: RowDraft[] = [];
  for (const draft of drafts) {
    await pace.look();
    const { room, vehicles, spaces, share, ownerCode } = draft;
    const values = draft.values.filter(({ field }) => field !== 'idNumber');
    const stripped = stripIds({ values, room, vehicles, spaces, share, ownerCode });
    const hasAny = values.length < draft.values.length || stripped.found;
    if (hasAny && decided === null) throw new AppError('ids-undecided');
    made.push({ ...draft, idType: null, idColumn: null, ...stripped.value });
  }
  return made;
}

/** Drafts in their order, in which an ID number stands in its own place alone, never between other words. Errors: those of `pace`. */
export async function withoutIdsInWords(
  drafts: readonly RowDraft[],
  pace: Pick<Pace, 'look'>,
): Promise<readonly RowDraft[]> {
  const made: RowDraft[] = [];
  for (const draft of drafts) {
    await pace.look();
    const { room, vehicles, spaces, share, ownerCode } = draft;
    const values = draft.values.map((value) => (value.field === 'idNumber' ? value : stripIds(value).value));
    made.push({ ...draft, values, ...stripIds({ room, vehicles, spaces, share, ownerCode }).value });
  }
  return made;
}

/** The same with three stars for each ID number within a text. */
function stripIds<T>(value: T): { readonly value: T; readonly found: boolean } {
  let found = false;
  const strip = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const without = starIdNumbers(one);
      found ||= without !== one;
      return without;
    }
    if (Array.isArray(one)) return one.map(strip);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, strip(part)]));
  };
  return { value: strip(value) as T, found };
}
