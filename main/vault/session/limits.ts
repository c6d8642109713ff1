/** The limits in force: what an admin has chosen last, as the log says, or the usual ones. */
import type { StaffId } from '../../../contract/ids.ts';
import type { Limits } from '../../../contract/limits/lists.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { readDetail } from '../log/detail.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Query of the last choice, exported for the test of its plan. */
export const LAST_LIMITS = sql`
  SELECT time, staff_id AS staffId, action, field, reason, outcome, detail FROM log_entry WHERE action = 'limits' ORDER BY seq DESC LIMIT 1`;

interface ChosenRow {
  readonly time: number;
  readonly staffId: StaffId;
  readonly action: 'limits';
  readonly field: string | null;
  readonly reason: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/** Limits, and who has chosen them. */
export interface ChosenLimits {
  readonly limits: Limits;
  readonly at: number;
  readonly staffId: StaffId;
  readonly words: string;
}

/** Null where nobody has, or where what was chosen cannot be read: the usual ones hold then. */
export async function readChosenLimits(store: ReadableStore): Promise<ChosenLimits | null> {
  const row = await store.get<ChosenRow>(LAST_LIMITS);
  if (row === undefined) return null;
  const detail = readDetail(row);
  return detail === UNREADABLE
    ? null
    : { limits: detail.limits, at: row.time, staffId: row.staffId, words: row.reason ?? '' };
}
