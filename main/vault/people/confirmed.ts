/** When values were last confirmed as correct; a change of a value deletes its confirmation. */
import type { FieldId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** When a value was last confirmed, in milliseconds since 1970; null where it never was. */
export type ConfirmedAt = (field: FieldId, ordinal: number) => number | null;

/** Reads all confirmations of a person. */
export async function readConfirmed(store: ReadableStore, personId: PersonId): Promise<ConfirmedAt> {
  const rows = await store.all<{ field: FieldId; ordinal: number; at: number }>(
    sql`SELECT field, ordinal, at FROM confirmed_field WHERE person_id = ${personId}`,
  );
  const times = new Map(rows.map(({ field, ordinal, at }) => [`${field} ${ordinal}`, at]));
  return (field, ordinal) => times.get(`${field} ${ordinal}`) ?? null;
}

/** Deletes the confirmation of a value. */
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
