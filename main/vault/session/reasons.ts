/** The reasons in force: what an admin has chosen last, as the log says, or the usual ones. */
import type { StaffId } from '../../../contract/ids.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { completeList } from '../../../contract/reasons/lists.ts';
import type { ReasonList } from '../../../contract/reasons/lists.ts';
import type { OwnReason } from '../../../contract/reasons/schemas.ts';
import { readDetail } from '../log/detail.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Session } from './session.ts';

/** Query of the last choice, exported for the test of its plan. */
export const LAST_REASONS = sql`
  SELECT time, staff_id AS staffId, action, field, reason, outcome, detail FROM log_entry WHERE action = 'reasons' ORDER BY seq DESC LIMIT 1`;

interface ChosenRow {
  readonly time: number;
  readonly staffId: StaffId;
  readonly action: 'reasons';
  readonly field: string | null;
  readonly reason: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/** A list of reasons, and who has chosen it. */
export interface ChosenReasons {
  readonly list: ReasonList;
  readonly at: number;
  readonly staffId: StaffId;
  readonly words: string;
}

/** Null where nobody has, or where what was chosen cannot be read: the usual ones hold then, and no other is accepted. */
export async function readChosenReasons(store: ReadableStore): Promise<ChosenReasons | null> {
  const row = await store.get<ChosenRow>(LAST_REASONS);
  if (row === undefined) return null;
  const detail = readDetail(row);
  return detail === UNREADABLE
    ? null
    : { list: completeList(detail.list), at: row.time, staffId: row.staffId, words: row.reason ?? '' };
}

/** Words of the reasons that an admin has added, for paper, which has no other way to them. */
export const ownReasonsOf = ({ reasons }: Pick<Session, 'reasons'>): OwnReason[] =>
  reasons.flatMap(({ id, words }) => (words === null ? [] : [{ id, words }]));
