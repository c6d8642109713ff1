/** Counts the log in pieces: acts of a quarter of an hour at a time, which begins at the same moments by the clock of every time zone. */
import type { Measure } from '../../../contract/activity/lists.ts';
import { REASONS, type Reason } from '../../../contract/fields.ts';
import { type StaffId, staffIdSchema } from '../../../contract/ids.ts';
import { type LogAction, UNREADABLE } from '../../../contract/log/entries.ts';
import { allChains } from '../log/chains.ts';
import { readAnyDetail } from '../log/detail.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Milliseconds. */
export const QUARTER_MS = 15 * 60 * 1000;

/** Acts of one kind in one quarter of an hour. */
export interface ActivityFact {
  /** Quarters of an hour since 1970. */
  readonly quarter: number;
  readonly measure: Measure;
  /** Who, of a reveal alone. */
  readonly staffId: StaffId | null;
  /** Reason of a reveal; null for any other action. */
  readonly reason: Reason | null;
  readonly count: number;
}

const MEASURE_OF = {
  'sign-in': 'signIn',
  search: 'search',
  'search-id': 'search',
  open: 'open',
  'open-room': 'open',
  verify: 'verify',
  reveal: 'reveal',
  'open-full': 'reveal',
  extract: 'reveal',
  'print-clear': 'reveal',
  disclose: 'reveal',
  'emergency-access': 'reveal',
  'sign-in-failed': 'denied',
  'pin-failed': 'denied',
  refused: 'denied',
  alert: 'limit',
} as const satisfies Partial<Readonly<Record<LogAction, Measure>>>;
type CountedAction = keyof typeof MEASURE_OF;

const listOf = (actions: readonly CountedAction[]): string => actions.map((one) => `'${one}'`).join(', ');
const COUNTED = Object.keys(MEASURE_OF) as readonly CountedAction[];
/** Actions that show values in clear. */
export const REVEALS = COUNTED.filter((action) => MEASURE_OF[action] === 'reveal');

/**
 * Query of the entries after `seq` up to `last`, exported for the test of its plan. Of a reason it takes what stands in the list, never the words after it.
 * Several values that are opened at once have an entry each, one after another: the first of them counts.
 */
export const countEntries = (seq: number, last: number): Sql =>
  allChains({
    text: `
    SELECT time / ${QUARTER_MS} AS quarter, action, outcome,
      CASE WHEN action IN (${listOf(REVEALS)}) THEN staff_id END AS staffId,
      CASE WHEN action IN (${listOf(REVEALS)}) THEN substr(reason, 1, instr(reason || ':', ':') - 1) END AS reason,
      CASE WHEN action IN (${listOf(['sign-in-failed', 'refused', 'alert'])}) THEN detail END AS detail,
      count(*) AS count
    FROM $log e
    WHERE seq > ? AND seq <= ? AND action IN (${listOf(COUNTED)})
      AND NOT (action IN (${listOf(['open-full', 'extract', 'disclose', 'print-clear', 'emergency-access'])}) AND EXISTS (
        SELECT 1 FROM $log b WHERE b.seq = e.seq - 1 AND b.action = e.action AND b.time = e.time AND b.staff_id = e.staff_id AND b.person_id IS e.person_id))
    GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [seq, last],
  });

interface CountRow {
  readonly quarter: number;
  readonly action: CountedAction;
  readonly outcome: string;
  readonly staffId: string | null;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly count: number;
}

/** Counts of actions in the entries after `seq` up to `last`. */
export async function countPiece(
  store: ReadableStore,
  seq: number,
  last: number,
): Promise<readonly ActivityFact[]> {
  const rows = await store.all<CountRow>(countEntries(seq, last));
  return rows.flatMap((row) => {
    const { quarter, action } = row;
    const count = row.count * timesOf(row);
    const measure = MEASURE_OF[action];
    const reason = measure === 'reveal' ? (REASONS.find((one) => one === row.reason) ?? 'other') : null;
    const staffId = staffIdSchema.safeParse(row.staffId).data ?? null;
    return count === 0 ? [] : [{ quarter, measure, staffId, reason, count }];
  });
}

/** How many acts an entry is of: what was refused while nobody was signed in is entered as a number, and few alerts are of a limit. */
function timesOf({ action, outcome, detail: stored }: CountRow): number {
  if (action !== 'sign-in-failed' && action !== 'refused' && action !== 'alert') return 1;
  const detail = readAnyDetail({ action, field: null, outcome, detail: stored });
  if (detail === UNREADABLE) return action === 'alert' ? 0 : 1;
  if ('kind' in detail) return detail.kind === 'quota' ? 1 : 0;
  return 'count' in detail ? detail.count : 1;
}
