/** What stands beside a name in a list, for whoever writes many people at once: without a trigger for each of their rows. */
import { ADDED_TRIGGERS, REFRESH } from './migrations/0030-records.ts';
import type { WritableStore } from './store.ts';

/** For one person, by id. */
export const REFRESH_LIST_COLUMNS = `${REFRESH} WHERE id = ?`;

/**
 * Runs `work` without the triggers that read the columns anew at each added row; `work` leaves them true itself. The triggers go and
 * come back in the caller's transaction: whatever ends it in the middle, they are there.
 */
export async function withoutListTriggers(tx: WritableStore, work: () => Promise<void>): Promise<void> {
  for (const name of Object.keys(ADDED_TRIGGERS)) await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
  await work();
  for (const text of Object.values(ADDED_TRIGGERS)) await tx.run({ text, values: [] });
}
