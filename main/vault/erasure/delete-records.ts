/** Takes ended records out of the store with what is sealed to them, in the transaction of whoever calls it. */
import { SEALED_FIELD_IDS, belongsTo } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RecordEntity } from '../../../contract/retention/lists.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { tableOfRecords } from '../store/tables.ts';
import { forgetImports } from './delete-people.ts';
import type { Traces } from './erased-values.ts';

/** A record or a note: `ordinal` is the place that its values are sealed to. */
export interface GoingRecord {
  readonly id: number;
  /** Null of a note about a room alone. */
  readonly personId: PersonId | null;
  readonly ordinal: number | null;
}

/** Deletes records, and the journals of merges and imports that hold rows of their owners, so that no undo brings them back. */
export async function deleteRecords(
  tx: WritableStore,
  entity: RecordEntity,
  records: readonly GoingRecord[],
  traces: Traces,
): Promise<void> {
  const table = tableOfRecords(entity);
  const kind = entity === 'home' ? 'occupancy' : entity;
  const fields = SEALED_FIELD_IDS.filter((field) => belongsTo(field) === kind);
  for (const { id, personId, ordinal } of records) {
    if (ordinal !== null && personId !== null && fields.length > 0) {
      const where = {
        text: `FROM sealed_value WHERE person_id = ? AND ordinal = ? AND field IN (${fields.map(() => '?').join(', ')})`,
        values: [personId, ordinal, ...fields],
      };
      const heads = await tx.all<{ readonly head: Uint8Array }>({
        text: `SELECT substr(ciphertext, 1, 8) AS head ${where.text}`,
        values: where.values,
      });
      for (const { head } of heads) traces.add(head);
      await tx.run({ text: `DELETE ${where.text}`, values: where.values });
    }
    if (entity === 'note') {
      const words = await tx.all<{ readonly head: Uint8Array }>(
        sql`SELECT substr(ciphertext, 1, 8) AS head FROM room_note WHERE note_id = ${id}`,
      );
      for (const { head } of words) traces.add(head);
    }
    await tx.run({ text: `DELETE FROM ${table} WHERE id = ?`, values: [id] });
    if (personId === null) continue;
    await forgetImports(tx, personId);
    await tx.run(sql`DELETE FROM merge_run WHERE ${personId} IN (person_id, other_id)`);
    await tx.run(sql`UPDATE person SET version = version + 1 WHERE id = ${personId}`);
  }
}
