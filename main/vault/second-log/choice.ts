/** Which second place an admin has chosen, and what was found there: read from the log, whose entries hang together. */
import type { StaffId } from '../../../contract/ids.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
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

interface Row {
  readonly seq: number;
  readonly time: number;
  readonly action: Action;
  readonly field: null;
  readonly outcome: string;
  readonly detail: string | null;
  readonly staff_id: StaffId;
}

type Action = 'second-log' | 'second-log-found';
type Detail = LogDetail<Action>;
type Step = Detail['step'];

/** Newest first. */
const ROWS = sql`SELECT seq, time, action, field, outcome, detail, staff_id FROM log_entry WHERE action IN ('second-log', 'second-log-found') ORDER BY seq DESC`;

async function newest<S extends Step>(store: ReadableStore, steps: readonly S[]) {
  for (const row of await store.all<Row>(ROWS)) {
    const detail = readDetail(row);
    if (detail !== UNREADABLE && steps.some((step) => step === detail.step))
      return { row, detail: detail as Extract<Detail, { readonly step: S }> };
  }
  return null;
}

/** Null where none was chosen, or it was given up. */
export async function readChoice(store: ReadableStore): Promise<PlaceChoice | null> {
  const found = await newest(store, ['chosen', 'stopped']);
  if (found === null || found.detail.step === 'stopped') return null;
  const { folder, entries } = found.detail;
  return { folder, entries, seq: found.row.seq, at: found.row.time, staffId: found.row.staff_id };
}

/** Whether a difference was found that no supervisor has acknowledged since, so that it counts with the drive away, too. */
export async function hasOpenDifference(store: ReadableStore): Promise<boolean> {
  const found = await newest(store, ['differs']);
  if (found === null) return false;
  const acknowledged = await store.get(
    sql`SELECT seq FROM log_entry WHERE seq > ${found.row.seq} AND action = 'acknowledge' ORDER BY seq LIMIT 1`,
  );
  return acknowledged === undefined;
}
