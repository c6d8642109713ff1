/** What stands beside a name in a list, for whoever writes many people at once: without a trigger for each of their rows. */
import { ADDED_TRIGGERS, REFRESH } from './migrations/0230-ids-that-travel.ts';
import { sql } from './sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

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

/** The day for which they are true, as `dayOf` has it: that of the sign-in, or of its last midnight. */
export async function readListDay(store: ReadableStore): Promise<string> {
  return (await store.get<{ readonly day: string }>(sql`SELECT day FROM local_state`))?.day ?? '';
}

/**
 * Makes the columns true for a day (as `dayOf` has it), also one before the last: those are read anew whose end lies between the two. They follow
 * from the store and the day alone, so that every desk comes to the same by itself.
 */
export async function followDayInLists(tx: WritableStore, day: string): Promise<void> {
  const before = await readListDay(tx);
  if (before === day) return;
  await tx.run(sql`UPDATE local_state SET day = ${day}`);
  const [from, to] = before < day ? [before, day] : [day, before];
  await tx.run({
    text: `${REFRESH} WHERE id IN (SELECT person_id FROM occupancy WHERE until_date > ? AND until_date <= ?)`,
    values: [from, to],
  });
}
