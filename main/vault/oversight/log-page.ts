/** The log as a supervisor or admin reads it: names instead of ids, persons by their mask, never a value. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { LogEntryView } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { readNameMask } from '../residents/read-person.ts';
import type { Session } from '../session/session.ts';
import { entryOf, logAlone, nameOfStaff, tellMasked } from '../session/session.ts';
import type { LogRow } from '../log/audit-log.ts';
import { readDetail } from '../log/detail.ts';
import { sql } from '../store/sql.ts';

/** Newest first, before `before`. Reading the newest page is itself an entry. */
export async function listLog(
  session: Session,
  { before, limit }: RouteRequest<'log.list'>,
): Promise<RouteReply<'log.list'>> {
  if (before === null)
    await tellMasked(session, undefined, [entryOf(session, { action: 'log-read', outcome: 'done' })]);
  const rows = await session.log.list(session.store, { before, limit: limit + 1 });
  const entries = await Promise.all(rows.slice(0, limit).map((row) => describeRow(session, row)));
  return { entries, more: rows.length > limit };
}

/**
 * Checks the whole chain against the anchor, and whether the indexes lead to each of its entries: one that leaves some out takes the choices of masks
 * and the dates of keys out of the log for whoever reads it by them. Errors, AppError: `store-tampered` {part: 'rows'}, those of the log.
 */
export async function verifyLog(session: Session): Promise<LogCheck> {
  const check = await session.log.verify(session.store, session.roster);
  if (check.ok && !(await areIndexesWhole(session))) throw new AppError('store-tampered', { part: 'rows' });
  await logAlone(session, {
    action: 'log-verify',
    outcome: check.ok ? 'done' : 'failed',
    detail: check.problem === null ? null : { problem: check.problem },
  });
  return check;
}

async function areIndexesWhole({ store }: Session): Promise<boolean> {
  const found = await store.all<{ readonly integrity_check: string }>(sql`PRAGMA integrity_check(log_entry)`);
  return found.every(({ integrity_check: said }) => said === 'ok');
}

async function describeRow(session: Session, row: LogRow): Promise<LogEntryView> {
  // Of one row the compiler cannot know that its action and its detail go together; the schema of the reply checks that they do.
  return {
    seq: row.seq,
    time: row.time,
    staffName: nameOfStaff(session, row.staffId),
    cosignerName: row.cosignerId === null ? null : nameOfStaff(session, row.cosignerId),
    action: row.action,
    personId: row.personId,
    personMask:
      row.personId === null ? null : await readNameMask(session.store, session.policy.masks, row.personId),
    field: row.field,
    reason: row.reason,
    ticket: row.ticket,
    outcome: row.outcome,
    detail: readDetail(row),
  } as LogEntryView;
}
