/** The log as a supervisor or admin reads it: names instead of ids, persons by their mask, never a value. */
import type { VaultEvent } from '../../../contract/events.ts';
import type { LogFilterName } from '../../../contract/log/filters.ts';
import type { LogFilter } from '../../../contract/log/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { LogDetail, LogEntryView } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { allChains } from '../log/chains.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { readNameMask } from '../people/read-person.ts';
import { checkLog } from '../session/check-log.ts';
import { type Session, entryOf, logAlone, nameOfStaff, tellMasked } from '../session/session.ts';
import type { LogRow } from '../log/audit-log.ts';
import { readAnyDetail } from '../log/detail.ts';
import { sql } from '../store/sql.ts';
import { findEntries } from './find-entries.ts';
import { done } from '../log/done.ts';

/** Newest first, before `before`, narrowed by `filter`. Reading the newest page is itself an entry, which says by what it was narrowed. */
export async function listLog(
  session: Session,
  { before, limit, filter = {} }: RouteRequest<'log.list'>,
): Promise<RouteReply<'log.list'>> {
  if (before === null)
    await tellMasked(session, undefined, [
      entryOf(session, done('log-read', narrowedBy(filter), { personId: filter.personId })),
    ]);
  const { rows, next } = await findEntries(session.store, { before, limit, filter });
  return { entries: await Promise.all(rows.map((row) => describeRow(session, row))), next };
}

/** As a search is entered: its kinds, never what was looked for. */
function narrowedBy({ from, to, staffId, group, outcome, personId }: LogFilter): LogDetail<'log-read'> {
  const by: readonly (LogFilterName | false)[] = [
    (from !== undefined || to !== undefined) && 'days',
    staffId !== undefined && 'staff',
    group !== undefined && 'group',
    outcome !== undefined && 'outcome',
    personId !== undefined && 'resident',
  ];
  const given = by.filter((one) => one !== false);
  return given.length === 0 ? null : { by: given };
}

/** Everybody of the roster, those who have left last. */
export async function listLoggedStaff({ roster }: Session): Promise<RouteReply<'log.staff'>> {
  const present = [...roster.members].map(([staffId, { displayName }]) => ({
    staffId,
    name: displayName,
    left: false,
  }));
  const gone = [...roster.removed]
    .filter(([staffId]) => !roster.members.has(staffId))
    .map(([staffId, name]) => ({ staffId, name, left: true }));
  return { staff: [...present, ...gone] };
}

type CheckWork = RunningWork<VaultEvent<'log.progress'>>;

/**
 * Checks the whole chain against the anchor, and whether the indexes lead to each of its entries: one that leaves some out takes the choices of masks
 * and the dates of keys out of the log for whoever reads it by them. Errors, AppError: `cancelled`, which is no
 * entry: nothing was found out; `store-tampered` {part: 'rows'}, those of the log.
 */
export async function verifyLog(session: Session, work: CheckWork): Promise<LogCheck> {
  const check = await checkLog(session, work);
  if (check.ok && !(await areIndexesWhole(session))) throw new AppError('store-tampered', { part: 'rows' });
  await logAlone(session, {
    action: 'log-verify',
    outcome: check.ok ? 'done' : 'failed',
    detail: check.problem === null ? null : { problem: check.problem },
  });
  return check;
}

async function areIndexesWhole({ store }: Session): Promise<boolean> {
  const found = await store.all<{ readonly integrity_check: string }>(
    allChains(sql`PRAGMA integrity_check($log)`),
  );
  return found.every(({ integrity_check: said }) => said === 'ok');
}

const describeRow = async (session: Session, row: LogRow): Promise<LogEntryView> =>
  describeEntry(
    session,
    row,
    row.personId === null ? null : await readNameMask(session.store, session.policy.masks, row.personId),
  );

/** An entry with the names of the staff; `personMask` is that of the resident it names. */
export const describeEntry = (session: Session, row: LogRow, personMask: string | null): LogEntryView =>
  // Of one row the compiler cannot know that its action and its detail go together; the schema of the reply checks that they do.
  ({
    seq: row.seq,
    time: row.time,
    staffName: nameOfStaff(session, row.staffId),
    cosignerName: row.cosignerId === null ? null : nameOfStaff(session, row.cosignerId),
    action: row.action,
    personId: row.personId,
    personMask,
    field: row.field,
    reason: row.reason,
    ticket: row.ticket,
    outcome: row.outcome,
    signed: row.signature !== null,
    detail: readAnyDetail(row),
  }) as LogEntryView;
