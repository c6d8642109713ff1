/** Finds where a workbook tries out ID numbers: whoever has a supervisor's PIN once would learn by one preview which of many is right. */
import type { Pace } from '../long-work/progress.ts';
import { idOf } from './choose-person.ts';
import type { RowDraft } from './parse-rows.ts';
import type { Matched } from './resolve-rows.ts';

/** Somebody has one ID number; a workbook with mistakes may give another, and an old one. */
const MAX_IDS_OF_ONE = 3;

/**
 * The row, 1-based, with which more than three ID numbers are given for one name in one room, or were compared with that of one
 * resident, by whatever room, phone or code the rows reached them. Null where there are no more. Errors: those of `pace`.
 */
export async function guessedRowOf(
  drafts: readonly RowDraft[],
  { comparedIds }: Pick<Matched, 'comparedIds'>,
  pace: Pick<Pace, 'look'>,
): Promise<number | null> {
  const ofName = new Map<string, Set<string>>();
  for (const draft of drafts) {
    await pace.look();
    const id = idOf(draft)?.value;
    if (id === undefined || draft.room === null) continue;
    const key = `${draft.room.canonical}\n${draft.name}`;
    const ids = ofName.get(key) ?? new Set();
    ofName.set(key, ids.add(id));
    if (ids.size > MAX_IDS_OF_ONE) return draft.row;
  }
  const ofResident = [...comparedIds.values()].find((ids) => ids.size > MAX_IDS_OF_ONE);
  if (ofResident === undefined) return null;
  return drafts.filter((draft) => ofResident.has(idOf(draft)?.value ?? ''))[MAX_IDS_OF_ONE]?.row ?? 0;
}
