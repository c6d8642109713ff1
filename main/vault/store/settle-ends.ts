/** What is to end on a day is over from that day on, for everybody who looks. */
import { allEnded } from '../long-work/all-ended.ts';
import { dayOf } from '../clock.ts';
import type { WritableStore } from './store.ts';

const ENDING_TABLES = ['occupancy', 'lease', 'space', 'renovation'] as const;

/** Ends what was to end by the day of `now` (milliseconds since 1970), and tells how many that were. */
export async function settleEnds(tx: WritableStore, now: number): Promise<number> {
  const ended = await allEnded(
    ENDING_TABLES.map((table) =>
      tx.run({
        text: `UPDATE ${table} SET ended_at = ? WHERE ended_at = 0 AND until_date IS NOT NULL AND until_date <= ?`,
        values: [now, dayOf(now)],
      }),
    ),
  );
  return ended.reduce((sum, { changes }) => sum + changes, 0);
}
