/** Numbers of people who were deleted and are on record again, until they are deleted once more (`retention-rules/returned.ts`). */
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { sql } from './sql.ts';
import type { WritableStore } from './store.ts';
import { countOf } from './rows.ts';

/** How a number was learnt. `store`: from the store that a restore has replaced. */
type RecallOrigin = 'store' | 'certificate' | 'second-log';

/**
 * Takes down those who are on record, or would be by the undo of a merge; of the others nothing is kept. A number that is there already stays as it
 * was. Returns how many of them are on record.
 */
export async function recallPeople(
  tx: WritableStore,
  people: readonly PersonId[],
  { origin, at, staffId }: { readonly origin: RecallOrigin; readonly at: number; readonly staffId: StaffId },
): Promise<number> {
  const numbers = JSON.stringify(people);
  await tx.run(sql`
    INSERT INTO recalled_person (person_id, origin, at, staff_id) SELECT DISTINCT j.value, ${origin}, ${at}, ${staffId} FROM json_each(${numbers}) j
    WHERE EXISTS (SELECT 1 FROM person WHERE id = j.value) OR EXISTS (SELECT 1 FROM merged_person WHERE gone_id = j.value) ON CONFLICT DO NOTHING`);
  return countOf(
    tx,
    sql`SELECT count(DISTINCT p.id) AS n FROM json_each(${numbers}) j CROSS JOIN person p ON p.id = j.value`,
  );
}
