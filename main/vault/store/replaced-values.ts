/**
 * Retention of replaced or removed sealed values: kept sealed, so that a supervisor can restore them, then
 * deleted.
 */
import { sql } from './sql.ts';
import type { WritableStore } from './store.ts';

/** How long they are kept, in milliseconds. */
export const KEPT_MS = 30 * 86_400_000;

/**
 * Deletes values that were replaced more than 30 days before `now` (milliseconds since 1970); returns how
 * many.
 */
export async function purgeReplaced(tx: WritableStore, now: number): Promise<number> {
  return (
    await tx.run(
      sql`DELETE FROM sealed_value WHERE replaced_at IS NOT NULL AND replaced_at < ${now - KEPT_MS}`,
    )
  ).changes;
}
