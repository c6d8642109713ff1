/** How it stands with rectification: nothing is to be overdue. */
import type { Evidence } from '../feature.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { RECTIFICATION_QUERIES, type RectificationRow } from './register.ts';

/** `missing` where nobody has looked yet: no form is finished, and nothing was ever taken in. */
export async function rectificationEvidence(session: Session): Promise<readonly Evidence[]> {
  const today = dayOf(session.clock.now());
  const open = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.open);
  const known = await session.store.get<{ readonly n: number; readonly at: number | null }>(sql`
    SELECT (SELECT count(*) FROM rectification) + (SELECT count(*) FROM form_fill WHERE state = 'finished') AS n,
      (SELECT max(at) FROM rectification_step) AS at`);
  const isKnown = (known?.n ?? 0) > 0;
  const next = open.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
  return [
    {
      duty: 'rectification',
      points: {
        looked: isKnown ? 'there' : 'missing',
        'in-time': !isKnown ? 'missing' : next !== null && next < today ? 'stale' : 'there',
      },
      at: known?.at ?? null,
      dueOn: next,
      count: open.length,
    },
  ];
}
