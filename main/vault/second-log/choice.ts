/** Which second place an admin has chosen, and what was found there: read from the log, whose entries hang together. */
import type { StaffId } from '../../../contract/ids.ts';
import { type LogAction, UNREADABLE } from '../../../contract/log/entries.ts';
import { readDetail } from '../log/detail.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** The place in force. */
export interface PlaceChoice {
  readonly folder: string;
  /** Whole entries as well. */
  readonly entries: boolean;
  /** Number of the entry that says so. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly staffId: StaffId;
}

interface Row<A extends LogAction> {
  readonly seq: number;
  readonly time: number;
  readonly action: A;
  readonly field: null;
  readonly outcome: string;
  readonly detail: string | null;
  readonly staff_id: StaffId;
}

/** Newest first. */
const CHOICES = sql`SELECT seq, time, action, field, outcome, detail, staff_id FROM log_entry
  WHERE action = 'second-log-choice' ORDER BY seq DESC`;
const FOUND = sql`SELECT seq, time, action, field, outcome, detail, staff_id FROM log_entry WHERE action = 'second-log' ORDER BY seq DESC`;

/** Null where none was chosen, or it was given up. A choice that cannot be read says nothing. */
export async function readChoice(store: ReadableStore): Promise<PlaceChoice | null> {
  for (const row of await store.all<Row<'second-log-choice'>>(CHOICES)) {
    const detail = readDetail(row);
    if (detail === UNREADABLE) continue;
    return detail.chosen && { ...detail.chosen, seq: row.seq, at: row.time, staffId: row.staff_id };
  }
  return null;
}

/** Whether a difference was found that no supervisor has acknowledged since, so that it counts with the drive away, too. */
export async function hasOpenDifference(store: ReadableStore): Promise<boolean> {
  const found = (await store.all<Row<'second-log'>>(FOUND)).find((row) => {
    const detail = readDetail(row);
    return detail !== UNREADABLE && detail.step === 'differs';
  });
  if (found === undefined) return false;
  const acknowledged = await store.get(
    sql`SELECT seq FROM log_entry WHERE seq > ${found.seq} AND action = 'acknowledge' ORDER BY seq LIMIT 1`,
  );
  return acknowledged === undefined;
}
