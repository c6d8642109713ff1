/**
 * Reads one person as an unlocked session may see them: names and plates in clear (within the vault process),
 * other values as masks.
 */
import {
  FIELDS,
  FIELD_IDS,
  type FieldId,
  type IdType,
  type PersonKind,
  type Sex,
  belongsTo,
} from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedField, MaskedPerson } from '../../../contract/people/views.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { fieldsByRecord, readRecords } from './read-records.ts';
import { readConfirmed } from './confirmed.ts';
import { maskValue } from '../values/mask.ts';
import { type Seen, maskedPlate, maskedSealed } from './masked-field.ts';
import { type FieldPosition, readSealedValues, readVehicles } from './sealed-values.ts';
import { requireRow } from '../store/rows.ts';
import { AppError } from '../app-error.ts';

/** A row of `person`. */
export interface PersonRow {
  readonly id: PersonId;
  readonly version: number;
  readonly kind: PersonKind;
  readonly name: string;
  readonly pinyin: string | null;
  readonly sex: Sex;
  readonly id_type: IdType | null;
  readonly updated_at: number;
}

/** Errors: `not-found`. */
export async function readPersonRow(store: ReadableStore, personId: PersonId): Promise<PersonRow> {
  return requireRow<PersonRow>(
    store,
    sql`SELECT id, version, kind, name, pinyin, sex, id_type, updated_at FROM person WHERE id = ${personId}`,
  );
}

/** Of a record that nobody is verified against: on paper, in a list. */
const NOT_VERIFIED = { verifyTriesLeft: 0, verifyOpensAt: null, verifiedAt: null } as const;

/**
 * The masked view of a person. The role decides only what the screen offers; keys enforce what opens. Errors:
 * `not-found`.
 */
export async function readMaskedPerson(
  { store, policy: { masks }, signedIn: { role }, clock }: Session,
  personId: PersonId,
  verification: Pick<MaskedPerson, keyof typeof NOT_VERIFIED> = NOT_VERIFIED,
): Promise<MaskedPerson> {
  const person = await readPersonRow(store, personId);
  const sealed = await readSealedValues(store, personId);
  const vehicles = await readVehicles(store, personId);
  const seen: Seen = { masks, role, confirmedAt: await readConfirmed(store, personId) };
  const records = await readRecords(
    store,
    personId,
    { vehicles, fieldsOf: fieldsByRecord(sealed, vehicles, seen) },
    dayOf(clock.now()),
  );
  const name = maskName(masks, person);
  const fields: MaskedField[] = [
    {
      field: 'name',
      ordinal: 0,
      tier: 'masked',
      mask: name.mask,
      valid: name.valid,
      access: person.kind === 'company' ? 'shown' : 'own-pin',
      verifiedAt: seen.confirmedAt('name', 0),
      note: null,
    },
    ...vehicles.map((vehicle) => maskedPlate(vehicle, seen)),
    ...sealed.filter((row) => belongsTo(row.field) === null).map((row) => maskedSealed(row, seen)),
  ];
  return {
    personId: person.id,
    version: person.version,
    kind: person.kind,
    nameMask: name.mask,
    sex: person.sex,
    idType: person.id_type,
    rooms: records.flatMap((record) =>
      record.kind === 'occupancy' && !record.ended ? [{ ...record.room, relation: record.relation }] : [],
    ),
    fields: fields.sort((a, b) => fieldOrder(a.field) - fieldOrder(b.field) || a.ordinal - b.ordinal),
    records,
    updatedAt: person.updated_at,
    ...verification,
    hasPinyin: person.pinyin !== null,
  };
}

/** The masked name of a person; null where the record no longer exists. */
export async function readNameMask(
  store: ReadableStore,
  policy: MaskPolicy,
  personId: PersonId,
): Promise<string | null> {
  const person = await store.get<Pick<PersonRow, 'name' | 'kind'>>(
    sql`SELECT name, kind FROM person WHERE id = ${personId}`,
  );
  return person === undefined ? null : maskName(policy, person).mask;
}

/** Mask and validity of a person's name. */
export const maskName = (
  policy: MaskPolicy,
  person: Pick<PersonRow, 'name' | 'kind'>,
): { mask: string; valid: boolean } => maskValue(policy, 'name', person.name, { kind: person.kind });

const fieldOrder = (field: FieldId): number => FIELD_IDS.indexOf(field);

/**
 * A name or plate in clear, which the session reads anyway; null where the field is sealed. Errors:
 * `not-found`.
 */
export async function readMaskedTierValue(
  store: ReadableStore,
  person: PersonRow,
  position: FieldPosition,
): Promise<string | null> {
  if (FIELDS[position.field].tier !== 'masked') return null;
  if (position.field === 'name') return person.name;
  const vehicle = (await readVehicles(store, person.id)).find(
    (candidate) => candidate.ordinal === position.ordinal,
  );
  if (vehicle === undefined) throw new AppError('not-found');
  return vehicle.plate;
}
