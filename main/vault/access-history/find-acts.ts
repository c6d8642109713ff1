/** The entries of an answer, and who of the staff is among them how often. */
import type { StaffId } from '../../../contract/ids.ts';
import { SEEING } from '../../../contract/access-history/lists.ts';
import type { StaffCount, AccessHistorySummary } from '../../../contract/access-history/views.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Condition, allOf } from './scope.ts';

/** At most `limit` entries, newest first, before the number `before` where it is not null. */
export function actsOf(scope: readonly Condition[], before: number | null, limit: number): Sql {
  const { text, values } = allOf(before === null ? scope : [...scope, sql`seq < ${before}`]);
  return selectRows(allChains, `WHERE ${text} ORDER BY seq DESC LIMIT ?`, ...values, limit);
}

/** How often each of the staff did something, and with whose PIN beside their own; whoever was at it last stands first. */
export function countsOf(scope: readonly Condition[]): Sql {
  const { text, values } = allOf(scope);
  return allChains({
    text: `SELECT staff_id AS staffId, cosigner_id AS cosignerId, count(*) AS entries, sum(action IN (${CLEAR.map(() => '?').join(', ')})) AS clear, max(time) AS last
      FROM $log WHERE ${text} GROUP BY staff_id, cosigner_id ORDER BY max(seq) DESC`,
    values: [...CLEAR, ...values],
  });
}

const CLEAR = SEEING.clear;

interface CountRow {
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
  readonly entries: number;
  readonly clear: number;
  readonly last: number;
}

/** At most `limit` rows, and whether there are more. */
export async function readActs(
  { store }: Session,
  scope: readonly Condition[],
  before: number | null,
  limit: number,
): Promise<{ readonly rows: readonly LogRow[]; readonly more: boolean }> {
  const rows = await store.all<LogRow>(actsOf(scope, before, limit + 1));
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** Of all entries in the scope. Somebody who did and co-signed stands in it once. */
export async function readSummary(
  session: Session,
  scope: readonly Condition[],
): Promise<AccessHistorySummary> {
  const rows = await session.store.all<CountRow>(countsOf(scope));
  const staff = new Map<StaffId, StaffCount>();
  const count = (staffId: StaffId, row: CountRow, as: 'done' | 'cosigned'): void => {
    const before = staff.get(staffId) ?? newCount(session, staffId);
    staff.set(staffId, {
      ...before,
      [as]: before[as] + row.entries,
      clear: before.clear + row.clear,
      last: Math.max(before.last, row.last),
    });
  };
  for (const row of rows) {
    count(row.staffId, row, 'done');
    if (row.cosignerId !== null) count(row.cosignerId, row, 'cosigned');
  }
  return {
    total: rows.reduce((sum, { entries }) => sum + entries, 0),
    staff: [...staff.values()],
  };
}

const newCount = (session: Session, staffId: StaffId): StaffCount => ({
  staffId,
  name: nameOfStaff(session, staffId),
  role: session.roster.members.get(staffId)?.role ?? null,
  done: 0,
  cosigned: 0,
  clear: 0,
  last: 0,
});
