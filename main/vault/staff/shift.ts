/** The shift of whoever is signed in, told to who takes over: what was opened and revealed, and the log's head to write down. */
import type { RouteRequest } from '../../../contract/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { ShiftSheet } from '../../../contract/staff/views.ts';
import type { LogAction } from '../../../contract/log/entries.ts';
import { MAX_SHIFT_REVEALS, SHIFT_COUNTS, type ShiftCount } from '../../../contract/staff/lists.ts';
import { ownChain } from '../log/chains.ts';
import { allEnded } from '../long-work/all-ended.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { ownReasonsOf } from '../session/reasons.ts';
import { type Session, logAlone, nameOfStaff } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import { countOf } from '../store/rows.ts';
import { done } from '../log/done.ts';

/** No shift is longer; where nobody ever hands over, it begins with the first sign-in of so many hours. */
const LONGEST_HOURS = 16;

/** The lock between falls many times a day: a shift is all sign-ins of one person since they last handed over. */
export async function readShift(session: Session): Promise<ShiftSheet> {
  const { signedIn, store, anchor, clock } = session;
  const { staffId, displayName, role } = signedIn;
  const now = clock.now();
  const begun = await store.get<{ readonly seq: number; readonly time: number }>(
    shiftStart(staffId, now - LONGEST_HOURS * 3_600_000),
  );
  const from = begun?.seq ?? Number.MAX_SAFE_INTEGER;
  const [actions, reveals, openCopies] = await allEnded([
    store.all<{ readonly action: LogAction; readonly n: number }>(
      ownChain(
        sql`SELECT action, count(*) AS n FROM $log WHERE seq >= ${from} AND staff_id = ${staffId} GROUP BY action`,
      ),
    ),
    store.all<RevealRow>(
      ownChain(sql`SELECT seq, time, cosigner_id, field, reason FROM $log
      WHERE seq >= ${from} AND staff_id = ${staffId} AND action IN ('reveal', 'open-full', 'extract', 'disclose', 'print-clear', 'emergency-access') AND outcome = 'done' ORDER BY seq DESC LIMIT ${MAX_SHIFT_REVEALS + 1}`),
    ),
    countOwnCopies(session),
  ]);
  const { seq, hash } = anchor.state().log;
  return {
    staffName: displayName,
    role,
    since: begun?.time ?? signedIn.since,
    until: now,
    counts: countsOf(actions),
    reveals: reveals.slice(0, MAX_SHIFT_REVEALS).map((row) => ({
      seq: row.seq,
      at: row.time,
      field: row.field ?? '',
      reason: row.reason ?? '',
      cosignerName: row.cosigner_id === null ? null : nameOfStaff(session, row.cosigner_id),
    })),
    moreReveals: reveals.length > MAX_SHIFT_REVEALS,
    ownReasons: ownReasonsOf(session),
    openCopies,
    head: { seq, hash: toHex(hash) },
  };
}

/** Papers that are to be back by a day and that whoever is signed in keeps. */
async function countOwnCopies({ store, signedIn }: Session): Promise<number> {
  return countOf(
    store,
    sql`SELECT count(*) AS n FROM paper WHERE state <> 'destroyed' AND due_on IS NOT NULL AND custodian_id = ${signedIn.staffId}`,
  );
}

interface RevealRow {
  readonly seq: number;
  readonly time: number;
  readonly cosigner_id: StaffId | null;
  readonly field: string | null;
  readonly reason: string | null;
}

/** Walks the sign-ins of one person. `since` in milliseconds since 1970. */
export const shiftStart = (staffId: StaffId, since: number): Sql =>
  ownChain(sql`
  SELECT seq, time FROM $log WHERE action = 'sign-in' AND staff_id = ${staffId} AND time >= ${since}
    AND seq > coalesce((SELECT max(seq) FROM $log WHERE action = 'handover' AND staff_id = ${staffId}), 0) ORDER BY time, seq LIMIT 1`);

const COUNTED: Readonly<Record<ShiftCount, readonly LogAction[]>> = {
  searches: ['search', 'search-id'],
  opened: ['open', 'open-room'],
  verified: ['verify'],
  revealed: ['reveal', 'open-full', 'extract', 'disclose', 'print-clear'],
  emergencies: ['emergency-access'],
  changed: ['add', 'edit', 'end', 'remove', 'confirm', 'restore', 'merge', 'note', 'import', 'import-undo'],
  wrongPins: ['pin-failed', 'sign-in-failed'],
};

function countsOf(
  actions: readonly { readonly action: LogAction; readonly n: number }[],
): Record<ShiftCount, number> {
  const count = (name: ShiftCount): number =>
    actions.filter(({ action }) => COUNTED[name].includes(action)).reduce((sum, { n }) => sum + n, 0);
  return Object.fromEntries(SHIFT_COUNTS.map((name) => [name, count(name)])) as Record<ShiftCount, number>;
}

/** Errors, AppError: `unknown-slot`, those of the log. */
export async function handOver(session: Session, { next }: RouteRequest<'shift.handOver'>): Promise<void> {
  const to = session.header.slots.find((slot) => slot.id === next);
  if (to === undefined) throw new AppError('unknown-slot');
  await logAlone(session, done('handover', { to: nameOfStaff(session, to.staffId) }));
}
