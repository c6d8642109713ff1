/**
 * Values that a list brings and nobody gets, each with a flag on its cell: phones and ID numbers that somebody has taken from a person's record, and ID numbers of whoever has not
 * consented, once those were removed.
 */
import type { SealedFieldId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { TagOf } from './choose-person.ts';
import type { FoldedPerson } from './folded-person.ts';
import { hex } from './look-up.ts';
import type { Pace } from '../long-work/progress.ts';
import type { RowDraft } from './parse-rows.ts';
import type { Flag } from './row-reading.ts';

/** Such a value of a row, by its index among the drafts. */
export interface RemovedValue {
  readonly row: number;
  readonly field: SealedFieldId;
  readonly why: 'removed-before' | 'id-no-consent';
}

/** Whoever consents to their ID number being kept; null where none was removed, so that consents may come later. */
export type Consenting = ReadonlySet<PersonId> | null;

/** Takes them out of the people, and returns them. Errors: those of `pace`. */
export async function takeOutRemoved(
  people: readonly FoldedPerson[],
  tagOf: TagOf,
  pace: Pick<Pace, 'look'>,
): Promise<readonly RemovedValue[]> {
  const removed: RemovedValue[] = [];
  for (const { known, values } of people) {
    await pace.look();
    if (known === null || known.former.length === 0) continue;
    const { id, former } = known;
    const current = new Set(known.values.map(({ tag }) => tag));
    const kept = values.filter(({ value: { field, value }, row }) => {
      const tag = hex(tagOf(field, id, value));
      if (!former.includes(tag) || current.has(tag)) return true;
      removed.push({ row, field, why: 'removed-before' });
      return false;
    });
    values.splice(0, values.length, ...kept);
  }
  return removed;
}

/** Takes ID numbers out of the people who do not consent, companies left out, and returns them. Errors: those of `pace`. */
export async function takeOutUnconsented(
  people: readonly FoldedPerson[],
  consenting: Consenting,
  pace: Pick<Pace, 'look'>,
): Promise<readonly RemovedValue[]> {
  const removed: RemovedValue[] = [];
  if (consenting === null) return removed;
  for (const { known, kind, values } of people) {
    await pace.look();
    if (kind === 'company' || (known !== null && consenting.has(known.id as PersonId))) continue;
    const kept = values.filter(({ value: { field }, row }) => {
      if (field !== 'idNumber') return true;
      removed.push({ row, field, why: 'id-no-consent' });
      return false;
    });
    if (kept.length < values.length) values.splice(0, values.length, ...kept);
  }
  return removed;
}

/** The drafts in their order, with a flag on each cell of a removed value. */
export function flagRemoved(
  drafts: readonly RowDraft[],
  removed: readonly RemovedValue[],
): readonly RowDraft[] {
  if (removed.length === 0) return drafts;
  const flagged = [...drafts];
  for (const { row, field, why } of removed) {
    const draft = flagged[row];
    if (draft === undefined) continue;
    const flag: Flag = { column: field === 'idNumber' ? draft.idColumn : null, why };
    if (!draft.flags.some(({ column, why }) => column === flag.column && why === flag.why))
      flagged[row] = { ...draft, flags: [...draft.flags, flag] };
  }
  return flagged;
}
