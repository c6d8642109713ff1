/** How it stands with drills of incidents. */
import { dayOf } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDrill } from './book.ts';
import { incidentRules } from './rules.ts';

export async function incidentEvidence(session: Session): Promise<readonly Evidence[]> {
  const { last, dueOn } = await readDrill(session.store, incidentRules(session));
  const row = await session.store.get<{ readonly n: number; readonly at: number | null }>(
    sql`SELECT COUNT(*) AS n, MAX(closed_at) AS at FROM incident WHERE drill = 1 AND state = 'closed'`,
  );
  const isOver = dueOn !== null && dueOn < dayOf(session.clock.now());
  return [
    {
      duty: 'incident-drill',
      state: last === null ? 'missing' : isOver ? 'stale' : 'there',
      at: row?.at ?? null,
      dueOn,
      count: row?.n ?? 0,
    },
  ];
}
