/** A record's place among the person's: what its sealed values are bound to beside person and field. */
import {
  FIELDS,
  type RecordKind,
  SEALED_FIELD_IDS,
  type SealedFieldId,
  belongsTo,
} from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { freePlace, readDesk } from '../store/ids.ts';
import type { ReadableStore } from '../store/store.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';

/** Records of one kind with a place that somebody may have. */
const MAX_PLACED = 50;

/**
 * The first of this desk's places that neither is taken nor was: a value that was replaced can still be put back where it stood.
 * Errors: `invalid-value` where there are as many as there may be.
 */
export async function nextPlace(tx: ReadableStore, kind: RecordKind, personId: PersonId): Promise<number> {
  const fields = fieldsOfKind(kind);
  const list = fields.map(() => '?').join(', ');
  const { name } = RECORD_TABLES[kind];
  const rows = await tx.all<{ readonly ordinal: number; readonly stands: number }>({
    text: `SELECT ordinal, 1 AS stands FROM ${name} WHERE person_id = ? AND ordinal IS NOT NULL
      UNION ALL SELECT DISTINCT ordinal, 0 FROM sealed_value WHERE person_id = ? AND field IN (${list})`,
    values: [personId, personId, ...fields],
  });
  const count = rows.filter(({ stands }) => stands === 1).length;
  if (count >= (kind === 'vehicle' ? FIELDS.plate.most : MAX_PLACED))
    throw new AppError('invalid-value', { field: kind === 'vehicle' ? 'plate' : (fields[0] ?? 'room') });
  return freePlace(await readDesk(tx), new Set(rows.map(({ ordinal }) => ordinal)));
}

export const fieldsOfKind = (kind: RecordKind): readonly SealedFieldId[] =>
  SEALED_FIELD_IDS.filter((field) => belongsTo(field) === kind);
