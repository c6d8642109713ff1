/** How it stands with the oversight of access: the log is always there; stale where an alert has waited for an explanation for too long. */
import type { Evidence } from '../feature.ts';
import { readAlerts } from '../limits/alerts.ts';
import type { Session } from '../session/session.ts';

/** Days within which a supervisor is to explain an alert. */
const ANSWER_DAYS = 7;
const DAY_MS = 86_400_000;

/** Errors: those of the store. */
export async function oversightEvidence(session: Session): Promise<readonly Evidence[]> {
  const { store, clock } = session;
  const open = (await readAlerts(session, store)).filter(({ seen }) => seen === null);
  const latest = clock.now() - ANSWER_DAYS * DAY_MS;
  return [
    {
      duty: 'access-oversight',
      points: { alerts: open.some(({ row }) => row.time < latest) ? 'stale' : 'there' },
      at: null,
      dueOn: null,
      count: null,
    },
  ];
}
