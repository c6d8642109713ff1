/** Which second place an admin has chosen, and what was found there: read from the log, whose entries hang together. */
import type { StaffId } from '../../../contract/ids.ts';
import type { LogRow } from '../log/audit-log.ts';
import { ownChain } from '../log/chains.ts';
import {
  type Decision,
  type KnowsStaff,
  decisionRows,
  decisionsIn,
  readDecisions,
} from '../log/decisions.ts';
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

type LastChoice = Decision<'second-log-choice'> | null;

/** The last entry that chose a place or gave it up; null where there is none. Errors: those of `readDecisions`. */
export const readLastChoice = async (staff: KnowsStaff, store: ReadableStore): Promise<LastChoice> =>
  (await readDecisions(staff, store, ownChain, 'second-log-choice')).at(-1) ?? null;

/** Null where none was chosen, or it was given up. */
export function placeOf(last: LastChoice): PlaceChoice | null {
  const chosen = last?.detail.chosen ?? null;
  if (last === null || chosen === null) return null;
  const { row } = last;
  return { ...chosen, seq: row.seq, at: row.time, staffId: row.staffId };
}

/** The place in force, as `placeOf`. Errors: those of `readDecisions`. */
export const readChoice = async (staff: KnowsStaff, store: ReadableStore): Promise<PlaceChoice | null> =>
  placeOf(await readLastChoice(staff, store));

/** Whether a difference was found that no supervisor has acknowledged since, so that it counts with the drive away, too. */
export async function hasOpenDifference(staff: KnowsStaff, store: ReadableStore): Promise<boolean> {
  const found = (await readDecisions(staff, store, ownChain, 'second-log')).findLast(
    ({ detail }) => detail.step === 'differs',
  );
  if (found === undefined) return false;
  const acknowledged = await store.all<LogRow>(
    decisionRows(ownChain, ['acknowledge'], 'AND seq > ? ORDER BY seq LIMIT 1', found.row.seq),
  );
  return decisionsIn(staff, acknowledged, ['acknowledge']).length === 0;
}
