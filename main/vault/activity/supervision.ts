/** The monthly spot check and the quarterly report of the information officer: what there was to look at, and who has signed that they did. */
import {
  type LookedAt,
  MAX_PROBLEMS,
  REPORT_DAYS,
  SPOT_CHECK_DAYS,
  type Supervision,
} from '../../../contract/activity/lists.ts';
import type { SupervisionView } from '../../../contract/activity/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { allChains } from '../log/chains.ts';
import { decisionRows, readDecisions } from '../log/decisions.ts';
import { done } from '../log/done.ts';
import { readAlerts } from '../limits/alerts.ts';
import { addRectification } from '../rectification/register.ts';
import { commitValue } from '../session/commit.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';

/** Exported for the test of its plan. */
export const SUPERVISION_ENTRIES = decisionRows(
  allChains,
  ['spot-check', 'quarterly-report'],
  'ORDER BY seq',
);

/** What items that a spot check has opened refer to, before its day. */
const SPOT_CHECK_REF = 'spot-check ';

/** Whether anything that a spot check has found is still to be put right. */
export const hasOpenProblems = async (store: ReadableStore): Promise<boolean> =>
  (await countOf(
    store,
    sql`SELECT count(*) AS n FROM rectification WHERE state = 'open' AND source = 'own' AND source_ref LIKE ${`${SPOT_CHECK_REF}%`}`,
  )) > 0;

const DAYS: Readonly<Record<Supervision, number>> = {
  'spot-check': SPOT_CHECK_DAYS,
  'quarterly-report': REPORT_DAYS,
};

/** Errors: those of `readDecisions`. */
export async function readSupervision(
  session: Session,
  store: ReadableStore = session.store,
): Promise<SupervisionView> {
  const told = await readDecisions(session, store, allChains, 'spot-check', 'quarterly-report');
  const today = dayOf(session.clock.now());
  const of = (what: Supervision): SupervisionView['report'] => {
    const all = told.filter(({ action }) => action === what);
    const last = all.at(-1);
    const dueOn = last === undefined ? null : dayOf(startOfDay(dayOf(last.row.time), DAYS[what]));
    return {
      last:
        last === undefined
          ? null
          : { at: last.row.time, by: nameOfStaff(session, last.row.staffId), words: last.row.reason ?? '' },
      dueOn,
      daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
      made: all.length,
    };
  };
  const spotCheck = of('spot-check');
  const since = spotCheck.last?.at ?? null;
  return {
    spotCheck,
    report: of('quarterly-report'),
    looked: {
      ...(await countSince(store, since ?? 0)),
      alerts: (await readAlerts(session, store)).filter(({ row }) => row.time > (since ?? 0)).length,
    },
    problems:
      told.flatMap(({ action, detail }) => (action === 'spot-check' ? [detail.problems] : [])).at(-1) ?? 0,
  };
}

type CountedHere = Exclude<LookedAt, 'alerts'>;

/** What there is to look at since a moment, but for alerts. */
async function countSince(store: ReadableStore, since: number): Promise<Record<CountedHere, number>> {
  const row = await store.get<Record<CountedHere, number>>(
    allChains(sql`
    SELECT count(*) FILTER (WHERE action IN ('reveal', 'open-full')) AS views,
      count(*) FILTER (WHERE outcome = 'refused') AS refusals,
      count(*) FILTER (WHERE action IN ('print', 'print-clear')) AS prints,
      count(*) FILTER (WHERE action IN ('disclosure', 'log-export')) AS exports,
      (SELECT count(*) FROM paper WHERE state <> 'destroyed') AS papers
    FROM $log WHERE time > ${since}`),
  );
  return row ?? { views: 0, refusals: 0, prints: 0, exports: 0, papers: 0 };
}

/** Errors: those of `withOversight` and `addRectification`. */
export async function spotCheck(
  session: Session,
  { problems, words, pin }: RouteRequest<'activity.spotCheck'>,
): Promise<SupervisionView> {
  const before = await readSupervision(session);
  const found = Math.min(problems, MAX_PROBLEMS);
  await withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      const since = dayOf(before.spotCheck.last?.at ?? session.clock.now());
      const opened =
        found === 0
          ? []
          : (
              await addRectification(tx, session, {
                source: 'own',
                sourceRef: `${SPOT_CHECK_REF}${dayOf(session.clock.now())}`,
                title: `月度抽查发现异常 ${found} 项，须查明`,
              })
            ).entries;
      const entry = done(
        'spot-check',
        { since, looked: before.looked, problems: found },
        { reason: words, signedBy: present },
      );
      return { value: null, entries: [entry, ...opened] };
    }),
  );
  return readSupervision(session);
}

/** Errors: those of `withOversight`. */
export async function report(
  session: Session,
  { words, pin }: RouteRequest<'activity.report'>,
): Promise<SupervisionView> {
  const { report: last, spotCheck: checks } = await readSupervision(session);
  await withOversight(session, pin, (present) =>
    commitValue(session, async () => {
      const since = dayOf(last.last?.at ?? session.clock.now());
      const entry = done(
        'quarterly-report',
        { since, checks: checks.made },
        { reason: words, signedBy: present },
      );
      return { value: null, entries: [entry] };
    }),
  );
  return readSupervision(session);
}
