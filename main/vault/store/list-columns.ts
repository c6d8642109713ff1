/**
 * Maintains the list columns (what is beside a name in a list) for bulk writes, without a trigger for each
 * row.
 */
import { ADDED_TRIGGERS, REFRESH } from './schema/list-triggers.ts';
import { sql } from './sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** SQL statement that recomputes the list columns of one person, by id. */
export const REFRESH_LIST_COLUMNS = `${REFRESH} WHERE id = ?`;

/**
 * Runs `work` without the triggers that recompute the list columns for each added row; `work` must leave the
 * columns right. The triggers are dropped and recreated in the caller's transaction, so a rollback restores
 * them.
 */
export async function withoutListTriggers(tx: WritableStore, work: () => Promise<void>): Promise<void> {
  for (const name of Object.keys(ADDED_TRIGGERS)) await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
  await work();
  for (const text of Object.values(ADDED_TRIGGERS)) await tx.run({ text, values: [] });
}

/** The day (`YYYY-MM-DD`) for which the list columns are right; empty where there is none. */
export async function readListDay(store: ReadableStore): Promise<string> {
  return (await store.get<{ readonly day: string }>(sql`SELECT day FROM local_state`))?.day ?? '';
}

/**
 * Updates the list columns for a day (`YYYY-MM-DD`), which may also be an earlier one: recomputes people with
 * an end between the two days. The columns depend only on store and day, so every desk computes the same.
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
