/** Settings that an admin chooses as a whole, such as limits and reasons: the last entry of each in the log is in force. */
import type { StaffId } from '../../../contract/ids.ts';
import { type LogDetail, UNREADABLE } from '../../../contract/log/entries.ts';
import { readDetail } from '../log/detail.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Each has an index of its entries. */
type ChosenAction = 'limits' | 'reasons' | 'retention-rules' | 'training-rule';

/** Query of the last choice, exported for the test of its plan. */
export const lastChoiceOf = (action: ChosenAction): Sql => ({
  text: `SELECT time, staff_id AS staffId, field, reason, outcome, detail FROM log_entry WHERE action = '${action}' ORDER BY seq DESC LIMIT 1`,
  values: [],
});

interface ChosenRow {
  readonly time: number;
  readonly staffId: StaffId;
  readonly field: string | null;
  readonly reason: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/** Who has chosen it, when (milliseconds since 1970) and why. */
export interface ChosenBy {
  readonly at: number;
  readonly staffId: StaffId;
  readonly words: string;
}

/** Null where nobody has chosen, or where what was chosen cannot be read: the usual is in force then. */
export async function readLastChoice<A extends ChosenAction>(
  store: ReadableStore,
  action: A,
): Promise<(ChosenBy & { readonly detail: LogDetail<A> }) | null> {
  const row = await store.get<ChosenRow>(lastChoiceOf(action));
  if (row === undefined) return null;
  const detail = readDetail({ ...row, action });
  return detail === UNREADABLE
    ? null
    : { detail, at: row.time, staffId: row.staffId, words: row.reason ?? '' };
}
