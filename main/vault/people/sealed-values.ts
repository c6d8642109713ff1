/** Reads the sealed values of a person and their records as the store has them, and their vehicles. */
import { type RevealableFieldId, SEALED_FIELD_IDS, type SealedFieldId } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { KeptNote } from '../../../contract/people/views.ts';
import type { SealedRow } from '../keys/seal.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { requireRow } from '../store/rows.ts';

/** A row of `sealed_value` with its batch; `valid` is 0 or 1. */
export interface SealedValueRow extends SealedRow {
  readonly id: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly mask: string;
  readonly valid: number;
  readonly note: KeptNote | null;
}

/** A row of `vehicle`; the plate is in clear. */
export interface VehicleRow {
  readonly id: number;
  readonly ordinal: number;
  readonly plate: string;
}

/** A value of a person, by field and ordinal. */
export interface FieldPosition {
  readonly field: RevealableFieldId;
  readonly ordinal: number;
}

/** Whether a row says a field whose values are sealed: one that says anything else is no value, and takes none away. */
export const isOfSealedField = ({ field }: Pick<SealedValueRow, 'field'>): boolean =>
  SEALED_FIELD_IDS.includes(field);

/** The current sealed values of a person and their records, notes excluded, still sealed. */
export async function readSealedValues(
  store: ReadableStore,
  personId: PersonId,
): Promise<readonly SealedValueRow[]> {
  const rows = await store.all<SealedValueRow>(sql`
    SELECT v.id, v.field, v.ordinal, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext, v.mask, v.valid, v.note
    FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id
    WHERE v.person_id = ${personId} AND v.field <> 'note' AND v.replaced_at IS NULL ORDER BY v.field, v.ordinal`);
  return rows.filter(isOfSealedField);
}

/** One current sealed value, notes included, still sealed. Errors: `not-found`. */
export async function readSealedValue(
  store: ReadableStore,
  personId: PersonId,
  { field, ordinal }: FieldPosition,
): Promise<SealedValueRow> {
  return requireRow<SealedValueRow>(
    store,
    sql`
    SELECT v.id, v.field, v.ordinal, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext, v.mask, v.valid, v.note
    FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id
    WHERE v.person_id = ${personId} AND v.field = ${field} AND v.ordinal = ${ordinal} AND v.replaced_at IS NULL`,
  );
}

/** The vehicles of a person, by ordinal. */
export async function readVehicles(store: ReadableStore, personId: PersonId): Promise<readonly VehicleRow[]> {
  return store.all<VehicleRow>(
    sql`SELECT id, ordinal, plate FROM vehicle WHERE person_id = ${personId} ORDER BY ordinal`,
  );
}
