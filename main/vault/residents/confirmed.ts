/** When somebody last made sure that a field is still right; a change of the field forgets it. */
import type { FieldId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

export type ConfirmedAt = (field: FieldId, ordinal: number) => number | null;

export async function readConfirmed(store: ReadableStore, personId: PersonId): Promise<ConfirmedAt> {
  const rows = await store.all<{ field: FieldId; ordinal: number; at: number }>(
    sql`SELECT field, ordinal, at FROM confirmed_field WHERE person_id = ${personId}`,
  );
  const times = new Map(rows.map(({ field, ordinal, at }) => [`${field} ${ordinal}`, at]));
  return (field, ordinal) => times.get(`${field} ${ordinal}`) ?? null;
}

export async function forgetConfirmed(
  tx: WritableStore,
  personId: PersonId,
  field: FieldId,
  ordinal: number,
): Promise<void> {
  await tx.run(
    sql`DELETE FROM confirmed_field WHERE person_id = ${personId} AND field = ${field} AND ordinal = ${ordinal}`,
  );
}
