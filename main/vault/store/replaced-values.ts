/** A sealed value that was replaced or removed is kept, still sealed, so that a supervisor can put it back; then it goes. */
import { sql } from './sql.ts';
import type { WritableStore } from './store.ts';

/** How long, in milliseconds. */
export const KEPT_MS = 30 * 86_400_000;

/** Removes for good what was replaced more than thirty days before `now` (milliseconds since 1970), and tells how many values that were. */
export async function purgeReplaced(tx: WritableStore, now: number): Promise<number> {
  return (
    await tx.run(
      sql`DELETE FROM sealed_value WHERE replaced_at IS NOT NULL AND replaced_at < ${now - KEPT_MS}`,
    )
  ).changes;
}
