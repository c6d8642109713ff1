/** How it stands with walk-rounds. */
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readMade } from './walks.ts';
import { countOpen } from '../rectification/register.ts';
import { countOf } from '../store/rows.ts';

/** Errors: those of `readMade`. */
export async function walkEvidence(session: Session): Promise<readonly Evidence[]> {
  const { walks, due } = await readMade(session);
  const state = due.daysLeft === null ? 'missing' : due.daysLeft < 0 ? 'stale' : 'there';
  // Of all, of which only the newest are read.
  const made = await countOf(session.store, sql`SELECT count(*) AS n FROM walk_round`);
  const open = await countOpen(session.store, 'walk-round');
  return [
    {
      duty: 'walk-round',
      points: { made: state, 'put-right': made === 0 ? 'missing' : open > 0 ? 'stale' : 'there' },
      at: walks[0]?.at ?? null,
      dueOn: due.dueOn,
      count: made,
    },
  ];
}
