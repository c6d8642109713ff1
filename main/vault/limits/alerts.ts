/** Alerts, as the log has them: what was raised, and which supervisor has said why. */
import type { AlertKind, Sign } from '../../../contract/limits/lists.ts';
import { type AlertView, MAX_ALERTS_OPEN, MAX_ALERTS_SEEN } from '../../../contract/limits/routes.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { RoomId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { LogRow } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, readDecisions } from '../log/decisions.ts';
import { readNameMask } from '../people/read-person.ts';
import { reviewerOf } from '../session/reviewer.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { ALERT_ACTIONS } from '../access-monitor/canaries.ts';
import { processNewEntries } from '../access-monitor/desk-watch.ts';
import { withSupervisor } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** An alert as the log has it, and who has explained it. */
export interface Raised {
  readonly row: LogRow;
  readonly detail: LogDetail<'alert'>;
  /** The entry that explains it. */
  readonly seen: LogRow | null;
}

/** Oldest first. Errors: those of `readDecisions`. */
export async function readAlerts(staff: KnowsStaff, store: ReadableStore): Promise<readonly Raised[]> {
  const told = await readDecisions(staff, store, allChains, ...ALERT_ACTIONS);
  const seen = new Map(
    told.flatMap((one) => (one.action === 'alert-seen' ? [[one.detail.entry, one.row] as const] : [])),
  );
  return told.flatMap(({ action, row, detail }) =>
    action === 'alert' ? [{ row, detail, seen: seen.get(row.seq) ?? null }] : [],
  );
}

/** The oldest of the unexplained first: it has waited longest. Errors: those of the log. */
export async function listAlerts(session: Session): Promise<RouteReply<'alerts.list'>> {
  if (!session.readOnly) await processNewEntries(session);
  const all = await readAlerts(session, session.store);
  const describeAll = (alerts: readonly Raised[]): Promise<AlertView[]> =>
    Promise.all(alerts.map((one) => describeAlert(session, one)));
  return {
    open: await describeAll(all.filter(({ seen }) => seen === null).slice(0, MAX_ALERTS_OPEN)),
    seen: await describeAll(
      all
        .filter(({ seen }) => seen !== null)
        .slice(-MAX_ALERTS_SEEN)
        .toReversed(),
    ),
  };
}

async function describeAlert(session: Session, { row, detail, seen }: Raised): Promise<AlertView> {
  return {
    alertId: row.seq,
    at: detail.at ?? row.time,
    kind: detail.kind,
    count: detail.count,
    limit: limitOf(session, detail.kind),
    staffId: detail.staff,
    staffName: detail.staff === null ? null : nameOfStaff(session, detail.staff),
    personId: row.personId,
    personMask:
      row.personId === null ? null : await readNameMask(session.store, session.policy.masks, row.personId),
    roomLabel: detail.room === null ? null : await readRoomLabel(session.store, detail.room),
    reader: reviewerOf(session, detail.staff),
    seen:
      seen === null
        ? null
        : { at: seen.time, staffName: nameOfStaff(session, seen.staffId), words: seen.reason ?? '' },
  };
}

/** A sign that is no longer watched has none. */
const limitOf = ({ limits: { signs } }: Session, kind: AlertKind): number | null =>
  (kind in signs && signs[kind as Sign]) || null;

const readRoomLabel = async (store: ReadableStore, roomId: RoomId): Promise<string | null> =>
  (await store.get<{ readonly label: string }>(sql`SELECT label FROM room WHERE id = ${roomId}`))?.label ??
  null;

/**
 * Once, and for good. Errors: `not-found` (nothing there to explain), `own-alert` (another supervisor is to), `needs-supervisor`, those of `withSlots`,
 * `log-unavailable`.
 */
export async function explainAlert(
  session: Session,
  { alertId, words, pin }: RouteRequest<'alerts.explain'>,
): Promise<void> {
  await withSupervisor(session, pin, (present) =>
    commit(session, async (tx) => {
      const alert = (await readAlerts(session, tx)).find(
        ({ row, seen }) => row.seq === alertId && seen === null,
      );
      if (alert === undefined) throw new AppError('not-found');
      if (reviewerOf(session, alert.detail.staff) === 'another') throw new AppError('own-alert');
      return [
        done(
          'alert-seen',
          { entry: alertId },
          { personId: alert.row.personId, reason: words, signedBy: present },
        ),
      ];
    }),
  );
}
