/** The tracker as it stands today. */
import type { StaffId } from '../../../contract/ids.ts';
import {
  type EvidenceSide,
  MAX_STEPS_LISTED,
  type RectificationStep,
} from '../../../contract/rectification/lists.ts';
import type {
  PoliceNotice,
  RectificationDetail,
  RectificationDue,
  RectificationItem,
  RectificationRegister,
} from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { dayOf } from '../clock.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';
import { RECTIFICATION_QUERIES, type RectificationRow, evidenceOf } from './register.ts';
import { commitAndRead } from '../session/commit.ts';
import { requireRow } from '../store/rows.ts';

/** A notice is spoken of so many days before its day. */
const NOTICE_SOON_DAYS = 3;

/** A notice as the store has it. */
export interface NoticeRow {
  readonly noticeId: number;
  readonly version: number;
  readonly number: string;
  readonly authority: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly answeredAt: number | null;
  readonly answeredBy: StaffId | null;
  readonly answerSha256: string | null;
  readonly items: number;
  readonly done: number;
}

/** Notices with how many items each has; what is due first at the front, what is answered at the end. */
export const notices = (rest = '', ...values: readonly number[]): Sql => ({
  text: `SELECT n.id AS noticeId, n.version, n.number, n.authority, n.received_on AS receivedOn, n.due_on AS dueOn, n.answered_at AS answeredAt,
      n.answered_by AS answeredBy, n.answer_sha256 AS answerSha256, count(r.id) AS items, total(r.state = 'done') AS done
    FROM police_notice n LEFT JOIN rectification r ON r.notice_id = n.id ${rest}
    GROUP BY n.id ORDER BY n.answered_at IS NOT NULL, n.due_on, n.id LIMIT 100`,
  values,
});

/** The whole of it. */
export async function readTracker(session: Session, store: ReadableStore): Promise<RectificationRegister> {
  const [open, done, listed] = await Promise.all([
    store.all<RectificationRow>(RECTIFICATION_QUERIES.open),
    store.all<RectificationRow>(RECTIFICATION_QUERIES.done),
    store.all<NoticeRow>(notices()),
  ]);
  const view = await itemViewer(session, store);
  return { open: open.map(view), done: done.map(view), notices: listed.map(noticeViewer(session)) };
}

/** Describes items as they stand today. */
async function itemViewer(
  session: Session,
  store: ReadableStore,
): Promise<(row: RectificationRow) => RectificationItem> {
  const today = dayOf(session.clock.now());
  const counts = await store.all<{ readonly id: number; readonly side: EvidenceSide; readonly n: number }>(
    sql`SELECT rectification_id AS id, side, count(*) AS n FROM rectification_evidence GROUP BY rectification_id, side`,
  );
  const countOf = (id: number, side: EvidenceSide): number =>
    counts.find((one) => one.id === id && one.side === side)?.n ?? 0;
  return ({ openedAt, openedBy, sourceRef: _, ...row }) => ({
    ...row,
    daysLeft: row.dueOn === null || row.state === 'done' ? null : daysBetween(today, row.dueOn),
    opened: { at: openedAt, by: nameOfStaff(session, openedBy) },
    before: countOf(row.rectificationId, 'before'),
    after: countOf(row.rectificationId, 'after'),
  });
}

const noticeViewer = (session: Session): ((row: NoticeRow) => PoliceNotice) => {
  const today = dayOf(session.clock.now());
  return ({ answeredAt, answeredBy, answerSha256, ...row }) => ({
    ...row,
    daysLeft: daysBetween(today, row.dueOn),
    answered:
      answeredAt === null || answeredBy === null
        ? null
        : { at: answeredAt, by: nameOfStaff(session, answeredBy), sha256: answerSha256 },
  });
};

/** Counts of items and notices that wait for somebody. */
export async function readDue(session: Session): Promise<RectificationDue> {
  const today = dayOf(session.clock.now());
  const open = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.open);
  const listed = await session.store.all<NoticeRow>(notices());
  return {
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    next: open.find(({ dueOn }) => dueOn !== null && dueOn >= today)?.dueOn ?? null,
    notices: listed.filter(
      ({ answeredAt, dueOn }) => answeredAt === null && daysBetween(today, dueOn) <= NOTICE_SOON_DAYS,
    ).length,
  };
}

/** One item with evidence and history. Errors: `not-found`. */
export async function readItem(
  session: Session,
  { rectificationId }: RouteRequest<'rectification.open'>,
): Promise<RectificationDetail> {
  const { store } = session;
  const row = await requireRow<RectificationRow>(store, RECTIFICATION_QUERIES.one(rectificationId));
  const steps = await store.all<{
    readonly at: number;
    readonly staffId: StaffId;
    readonly what: RectificationStep;
    readonly words: string;
  }>(sql`
    SELECT at, staff_id AS staffId, what, words FROM rectification_step WHERE rectification_id = ${rectificationId}
    ORDER BY id DESC LIMIT ${MAX_STEPS_LISTED}`);
  const evidence = await evidenceOf(session, store, [rectificationId]);
  return {
    item: (await itemViewer(session, store))(row),
    evidence: [...(evidence.get(rectificationId) ?? [])],
    steps: steps.map(({ staffId, ...step }) => ({ ...step, by: nameOfStaff(session, staffId) })),
  };
}

/** One transaction for a change, its entries and the tracker as it is afterwards. Errors: those of `work`, `log-unavailable`. */
export const writeTracker = (
  session: Session,
  work: (tx: WritableStore) => Promise<readonly SessionEntry[]>,
): Promise<RectificationRegister> =>
  commitAndRead(session, readTracker, async (tx) => {
    const entries = await work(tx);
    return entries;
  });
