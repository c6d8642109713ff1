/**
 * Takes ID numbers out of the records of people who stay, in the transaction of whoever calls it: what is there now and what was before, with tags, masks, confirmations,
 * and merges whose undo would bring one back. An import that brought or replaced one can still be undone: it finds the value gone, as after thirty days.
 */
import type { IdChoice } from '../../../contract/id-numbers/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { HOLDER_QUERIES } from '../id-number-rules/decision.ts';
import { followMerges, HAD_OF_LIST } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { dropEmptyBatches } from './delete-people.ts';
import type { Traces } from './erased-values.ts';
import { HOLD_QUERIES, type HoldRow } from './holds.ts';

/** Whoever is held on a day (YYYY-MM-DD), by the number that they have now. Whoever goes by it asks `requireHolds` before. */
export async function readHeld(store: ReadableStore, today: string): Promise<ReadonlySet<PersonId>> {
  const holds = await store.all<HoldRow>(HOLD_QUERIES.all(-1));
  const inForce = holds.filter(({ untilDate }) => untilDate === null || untilDate >= today);
  return new Set(await Promise.all(inForce.map(({ personId }) => followMerges(store, personId))));
}

/** Whoever may not have theirs kept, by their numbers; those who are held are among them. A hundred thousand are less than a megabyte. */
export const readWithout = async (
  store: ReadableStore,
  choice: IdChoice | null,
): Promise<readonly PersonId[]> =>
  (await store.all<{ readonly personId: PersonId }>(HOLDER_QUERIES.allWithout(choice))).map(
    ({ personId }) => personId,
  );

/** Returns how many values went. `traces` gets byte strings by which what is left of them would be found. */
export async function dropIdNumbers(
  tx: WritableStore,
  people: readonly PersonId[],
  traces: Traces,
): Promise<number> {
  const list = JSON.stringify(people);
  const values = await tx.all<{ readonly head: Uint8Array; readonly batch: number }>(
    sql`SELECT substr(ciphertext, 1, 8) AS head, batch_id AS batch FROM sealed_value WHERE field = 'idNumber' AND person_id IN (SELECT value FROM json_each(${list}))`,
  );
  const tags = await tx.all<{ readonly head: Uint8Array }>({ text: LAST_TAGS, values: [list, list] });
  await tx.run({
    text: `DELETE FROM merge_run WHERE id IN (SELECT merge_id FROM merge_row WHERE what = 'sealed_value' AND row_id IN (${THEIRS}))`,
    values: [list],
  });
  await tx.run({
    text: `${HAD_OF_LIST} DELETE FROM former_tag WHERE field = 'idNumber' AND person_id IN (SELECT id FROM had)`,
    values: [list],
  });
  await tx.run({ text: `DELETE FROM sealed_value WHERE id IN (${THEIRS})`, values: [list] });
  await tx.run(
    sql`DELETE FROM confirmed_field WHERE field = 'idNumber' AND person_id IN (SELECT value FROM json_each(${list}))`,
  );
  await dropEmptyBatches(tx, new Set(values.map(({ batch }) => batch)));
  for (const { head } of [...values, ...tags]) traces.add(head);
  return values.length;
}

const THEIRS = `SELECT id FROM sealed_value WHERE field = 'idNumber' AND person_id IN (SELECT value FROM json_each(?))`;

/** Their tags, but for those that somebody else's number has, or had: where it is the last of them that goes, it is looked for. */
const LAST_TAGS = `${HAD_OF_LIST}, theirs (id) AS MATERIALIZED (${THEIRS}), tags (tag) AS (
    SELECT tag FROM match_tag WHERE value_id IN (SELECT id FROM theirs) UNION SELECT tag FROM former_tag WHERE field = 'idNumber' AND person_id IN (SELECT id FROM had))
  SELECT substr(tag, 1, 8) AS head FROM tags
  WHERE NOT EXISTS (SELECT 1 FROM match_tag o WHERE o.tag = tags.tag AND o.value_id NOT IN (SELECT id FROM theirs))
    AND NOT EXISTS (SELECT 1 FROM former_tag o WHERE o.tag = tags.tag AND o.person_id NOT IN (SELECT id FROM had))`;
