/** Where a record has gone that was merged into another, and that one perhaps into a third. */
import type { PersonId } from '../../../contract/ids.ts';
import { sql } from './sql.ts';
import type { ReadableStore } from './store.ts';

/** The record itself where it was not merged. */
export async function followMerges(store: ReadableStore, personId: PersonId): Promise<PersonId> {
  const last = await store.get<{ readonly id: PersonId }>(sql`
    WITH RECURSIVE now_of (id, steps) AS (SELECT ${personId}, 0 UNION ALL SELECT into_id, steps + 1 FROM now_of JOIN merged_person ON gone_id = now_of.id WHERE steps < 100)
    SELECT id FROM now_of ORDER BY steps DESC LIMIT 1`);
  return last?.id ?? personId;
}

/** Begins a query with the numbers of somebody and of everybody who was merged into them, as `had`. `number`: SQL of the program's own. */
export const hadBy = (number: string): string =>
  `WITH RECURSIVE had (id) AS (SELECT ${number} UNION SELECT gone_id FROM merged_person JOIN had ON into_id = had.id)`;

/** The same, with the number bound as the first value. */
export const HAD = hadBy('?');

/** The same of many, whose numbers are bound as the first value, a JSON array. */
export const HAD_OF_LIST = `WITH RECURSIVE had (id) AS (SELECT value FROM json_each(?) UNION SELECT gone_id FROM merged_person JOIN had ON into_id = had.id)`;
