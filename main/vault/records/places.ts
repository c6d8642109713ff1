/** A record's place among the person's: what its sealed values are bound to beside person and field. */
import type { RecordKind, SealedFieldId } from '../../../contract/fields.ts';
import { FIELDS, SEALED_FIELD_IDS, belongsTo } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import type { ReadableStore } from '../store/store.ts';
import { RECORD_TABLES } from '../residents/record-tables.ts';

const MOST_PLACES = 50;

/**
 * The first place that is neither taken nor was: a value that was replaced can still be put back where it stood.
 * Errors: `invalid-value` where there is no place left.
 */
export async function nextPlace(tx: ReadableStore, kind: RecordKind, personId: PersonId): Promise<number> {
  const fields = fieldsOfKind(kind);
  const list = fields.map(() => '?').join(', ');
  const rows = await tx.all<{ ordinal: number }>({
    text: `SELECT ordinal FROM ${RECORD_TABLES[kind].name} WHERE person_id = ? AND ordinal IS NOT NULL
      UNION SELECT ordinal FROM sealed_value WHERE person_id = ? AND field IN (${list})`,
    values: [personId, personId, ...fields],
  });
  const taken = new Set(rows.map(({ ordinal }) => ordinal));
  const most = kind === 'vehicle' ? FIELDS.plate.most : MOST_PLACES;
  for (let place = 0; place < most; place++) if (!taken.has(place)) return place;
  throw new AppError('invalid-value', { field: kind === 'vehicle' ? 'plate' : (fields[0] ?? 'room') });
}

export const fieldsOfKind = (kind: RecordKind): readonly SealedFieldId[] =>
  SEALED_FIELD_IDS.filter((field) => belongsTo(field) === kind);
