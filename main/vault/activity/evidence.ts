/** How it stands with the oversight of access: the log is always there; stale where an alert has waited for an explanation for too long. */
import type { SupervisionView } from '../../../contract/activity/routes.ts';
import { hasOpenProblems, readSupervision } from './supervision.ts';
import type { Evidence } from '../feature.ts';
import { readAlerts } from '../limits/alerts.ts';
import type { Session } from '../session/session.ts';

/** Days within which a supervisor is to explain an alert. */
const ANSWER_DAYS = 7;
const DAY_MS = 86_400_000;

/** Missing before the first, stale once the next is overdue and while what it has found is open. */
const evidenceOf = ({ last, dueOn, daysLeft, made }: SupervisionView['report'], isOpen = false) => ({
  points: {
    made:
      daysLeft === null
        ? ('missing' as const)
        : daysLeft < 0 || isOpen
          ? ('stale' as const)
          : ('there' as const),
  },
  at: last?.at ?? null,
  dueOn,
  count: made,
});

/** Errors: those of the store. */
export async function oversightEvidence(session: Session): Promise<readonly Evidence[]> {
  const { store, clock } = session;
  const open = (await readAlerts(session, store)).filter(({ seen }) => seen === null);
  const latest = clock.now() - ANSWER_DAYS * DAY_MS;
  const { spotCheck, report } = await readSupervision(session);
  return [
    { duty: 'spot-check', ...evidenceOf(spotCheck, await hasOpenProblems(store)) },
    { duty: 'quarterly-report', ...evidenceOf(report) },
    {
      duty: 'access-oversight',
      points: { alerts: open.some(({ row }) => row.time < latest) ? 'stale' : 'there' },
      at: null,
      dueOn: null,
      count: null,
    },
  ];
}
