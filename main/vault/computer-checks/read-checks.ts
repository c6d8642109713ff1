/** The checks that were made, and when the next is due. */
import {
  CHECK_EVERY_DAYS,
  CHECK_SOON_DAYS,
  type CheckDueState,
  type ComputerReadings,
  MAX_CHECKS_LISTED,
} from '../../../contract/computer-checks/lists.ts';
import {
  type ComputerChecksView,
  type MadeCheck,
  computerReadingsSchema,
} from '../../../contract/computer-checks/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';

interface Row {
  readonly checkId: number;
  readonly at: number;
  readonly staffId: StaffId;
  readonly readings: string;
}

/** Those of this computer that are listed, newest first. Errors: those of `readKept`. */
export async function readChecks(session: Session, store: ReadableStore): Promise<ComputerChecksView> {
  const rows = await store.all<Row>(
    ofOwnRows(sql`
    SELECT id AS checkId, checked_at AS at, checked_by AS staffId, readings
    FROM computer_check WHERE $own ORDER BY checked_at DESC, id DESC LIMIT ${MAX_CHECKS_LISTED}`),
  );
  const checks = rows.map(({ checkId, at, staffId, readings }) => ({
    checkId,
    at,
    staffName: nameOfStaff(session, staffId),
    ...readKept(readings),
  }));
  return { checks, due: dueOf(checks[0], dayOf(session.clock.now())) };
}

/** Errors: `store-damaged` for what is no reading. */
function readKept(text: string): ComputerReadings {
  try {
    return computerReadingsSchema.parse(JSON.parse(text));
  } catch {
    throw new AppError('store-damaged', { part: 'value', table: 'computer_check' });
  }
}

/** The day of the next check. */
export const nextAfter = (at: number): string => dayOf(startOfDay(dayOf(at), CHECK_EVERY_DAYS));

function dueOf(last: MadeCheck | undefined, today: string): ComputerChecksView['due'] {
  if (last === undefined) return { state: 'never', on: null };
  const on = nextAfter(last.at);
  return { state: stateAt(daysBetween(today, on)), on };
}

const stateAt = (daysLeft: number): CheckDueState =>
  daysLeft < 0 ? 'overdue' : daysLeft <= CHECK_SOON_DAYS ? 'soon' : 'fine';
