/** Settings that an admin chooses as a whole, such as limits and reasons: the last entry of each in the log is in force. */
import type { StaffId } from '../../../contract/ids.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, readLastDecision } from '../log/decisions.ts';
import type { ReadableStore } from '../store/store.ts';

/** Each has an index of its entries. */
type ChosenAction = 'id-numbers' | 'limits' | 'reasons' | 'retention-rules' | 'training-rule';

/** Who has chosen it, when (milliseconds since 1970) and why. */
export interface ChosenBy {
  readonly at: number;
  readonly staffId: StaffId;
  readonly words: string;
}

/** Null where nobody has chosen, or where what was chosen cannot be read: the usual is in force then. Errors: those of `readLastDecision`. */
export async function readLastChoice<A extends ChosenAction>(
  staff: KnowsStaff,
  store: ReadableStore,
  action: A,
): Promise<(ChosenBy & { readonly detail: LogDetail<A> }) | null> {
  const chosen = await readLastDecision(staff, store, allChains, action);
  if (chosen === null) return null;
  const { row, detail } = chosen;
  return { detail: detail as LogDetail<A>, at: row.time, staffId: row.staffId, words: row.reason ?? '' };
}
