/** Lets the sheets of a workbook refer to one another by the owner's code, and says which rows refer to nobody. */
import type { RejectReason } from '../../../contract/import/lists.ts';
import type { RowDraft } from './parse-rows.ts';

export interface Resolved {
  readonly drafts: readonly RowDraft[];
  /** Rows that count on another sheet which does not say what they need. */
  readonly unresolved: readonly { readonly draft: RowDraft; readonly reason: RejectReason }[];
}

/** A row without a name takes the one that its code has in another row; a row without a place needs one there. */
export function resolveReferences(drafts: readonly RowDraft[]): Resolved {
  if (drafts.every(({ ownerCode }) => ownerCode === '')) return { drafts, unresolved: [] };
  const owners = new Map<string, Map<string, RowDraft>>();
  const placed = new Set<string>();
  for (const draft of drafts) {
    if (draft.ownerCode === '') continue;
    if (draft.name !== '' && !draft.isReference)
      owners.set(
        draft.ownerCode,
        (owners.get(draft.ownerCode) ?? new Map<string, RowDraft>()).set(draft.name, draft),
      );
    if (!draft.lacksPlace) placed.add(draft.ownerCode);
  }
  const resolved: RowDraft[] = [];
  const unresolved: { readonly draft: RowDraft; readonly reason: RejectReason }[] = [];
  for (const draft of drafts) {
    const named = nameByCode(draft, owners);
    if (named === null) unresolved.push({ draft, reason: 'owner-not-found' });
    else if (named.lacksPlace && !named.isReference && !placed.has(named.ownerCode))
      unresolved.push({ draft, reason: 'no-room' });
    else resolved.push(named);
  }
  return { drafts: resolved, unresolved };
}

/** Null where the row holds something of somebody, and its code names nobody or several. */
function nameByCode(
  draft: RowDraft,
  owners: ReadonlyMap<string, ReadonlyMap<string, RowDraft>>,
): RowDraft | null {
  if (draft.name !== '' || draft.ownerCode === '') return draft;
  const named = owners.get(draft.ownerCode);
  const [owner] = named?.values() ?? [];
  // A room stands for itself, whoever is meant by the code beside it.
  const isRoomAlone =
    draft.values.length === 0 &&
    draft.vehicles.length === 0 &&
    draft.spaces.length === 0 &&
    draft.room !== null;
  if (owner === undefined || (named?.size ?? 0) > 1)
    return isRoomAlone ? { ...draft, notes: [...draft.notes, 'owner-not-found'] } : null;
  return { ...draft, name: owner.name, kind: owner.kind, notes: [...draft.notes, 'by-owner-code'] };
}
