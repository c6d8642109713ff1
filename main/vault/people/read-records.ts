/** Reads the records of a person or room: open details in clear, other values as masks. */
import {
  type Basis,
  type Consenter,
  type NoticeWay,
  type Purpose,
  RECORD_KINDS,
  type RecordKind,
  type Relation,
  type SpaceKind,
  type Withdrawal,
  belongsTo,
} from '../../../contract/fields.ts';
import { assertNever } from '../../../contract/result.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { MaskedField, RecordView } from '../../../contract/people/views.ts';
import { type Seen, maskedPlate, maskedSealed } from './masked-field.ts';
import type { SealedValueRow, VehicleRow } from './sealed-values.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { RECORD_TABLES } from './record-tables.ts';

/** A row of any record table, with the columns of that table. */
export interface RecordRow {
  readonly id: number;
  readonly person_id: PersonId;
  readonly ordinal?: number | null;
  readonly room_id?: RoomId;
  readonly label?: string;
  /** 1 where the record has ended on the requested day. */
  readonly ended?: number;
  readonly from_date?: string | null;
  readonly until_date?: string | null;
  readonly relation?: Relation;
  readonly share?: string | null;
  readonly brand?: string | null;
  readonly colour?: string | null;
  readonly kind?: string | null;
  readonly code?: string;
  readonly car_park?: string | null;
  readonly vehicle_id?: number | null;
  readonly deposit?: number | null;
  readonly breed?: string;
  readonly vaccinated_on?: string | null;
  readonly purpose?: Purpose;
  readonly basis?: Basis;
  readonly notice_version?: string | null;
  readonly given_on?: string | null;
  readonly consented_on?: string | null;
  readonly withdrawn_on?: string | null;
  readonly way?: NoticeWay | null;
  readonly consenter?: Consenter | null;
  readonly follows?: Withdrawal | null;
}

/** Masked fields of one record, by its kind and ordinal. */
export type FieldsOf = (kind: RecordKind, ordinal: number | null) => MaskedField[];

/** Assigns a person's sealed values and plates to the records that they belong to. */
export function fieldsByRecord(
  sealed: readonly SealedValueRow[],
  vehicles: readonly VehicleRow[],
  seen: Seen,
): FieldsOf {
  return (kind, ordinal) => [
    ...(kind === 'vehicle'
      ? vehicles.filter((row) => row.ordinal === ordinal).map((row) => maskedPlate(row, seen))
      : []),
    ...sealed
      .filter((row) => belongsTo(row.field) === kind && row.ordinal === ordinal)
      .map((row) => maskedSealed(row, seen)),
  ];
}

/** Data that a record's view needs beside its row. */
export interface RecordContext {
  readonly vehicles: readonly VehicleRow[];
  readonly fieldsOf: FieldsOf;
}

/** Most records of one kind that are read of a person. */
const MAX_ROWS = 100;

/** Queries of records, exported for the tests of their plans. `today`: `YYYY-MM-DD`. */
export const RECORD_QUERIES = {
  ofPerson: (kind: RecordKind, personId: PersonId, today: string): Sql => ({
    text: `${selectFrom(kind)} WHERE x.person_id = ? ${order(kind)} LIMIT ${MAX_ROWS}`,
    values: [...daysOf(kind, today), personId],
  }),
  ofRoom: (kind: 'lease' | 'renovation', roomId: RoomId, today: string): Sql => ({
    text: `${selectFrom(kind)} WHERE x.room_id = ? ${order(kind)} LIMIT ${MAX_ROWS}`,
    values: [...daysOf(kind, today), roomId],
  }),
  one: (kind: RecordKind, personId: PersonId, recordId: number): Sql => ({
    text: `SELECT x.* FROM ${RECORD_TABLES[kind].name} x WHERE x.id = ? AND x.person_id = ?`,
    values: [recordId, personId],
  }),
} as const;

function selectFrom(kind: RecordKind): string {
  const { name, ofRoom, ends } = RECORD_TABLES[kind];
  const ended = ends ? ', coalesce(x.until_date <= ?, 0) AS ended' : '';
  return ofRoom
    ? `SELECT x.*, r.label${ended} FROM ${name} x JOIN room r ON r.id = x.room_id`
    : `SELECT x.*${ended} FROM ${name} x`;
}

const daysOf = (kind: RecordKind, today: string): readonly string[] =>
  RECORD_TABLES[kind].ends ? [today] : [];

/** Current records in the order in which they were added, then ended ones, the most recent first. */
const order = (kind: RecordKind): string =>
  RECORD_TABLES[kind].ends
    ? 'ORDER BY ended, CASE ended WHEN 1 THEN x.until_date END DESC, x.id'
    : 'ORDER BY x.id';

/** The records of a person, kind by kind. `today`: `YYYY-MM-DD`. */
export async function readRecords(
  store: ReadableStore,
  personId: PersonId,
  context: RecordContext,
  today: string,
): Promise<RecordView[]> {
  const rows = await Promise.all(
    RECORD_KINDS.map((kind) => store.all<RecordRow>(RECORD_QUERIES.ofPerson(kind, personId, today))),
  );
  return RECORD_KINDS.flatMap((kind, index) =>
    (rows[index] ?? []).map((row) => describeRecord(kind, row, context)),
  );
}

/** The view of one record. */
export function describeRecord(
  kind: RecordKind,
  row: RecordRow,
  { vehicles, fieldsOf }: RecordContext,
): RecordView {
  const recordId = row.id;
  const span = {
    from: row.from_date ?? null,
    until: row.until_date ?? null,
    ended: row.ended === 1,
  };
  const room = { roomId: row.room_id ?? (0 as RoomId), label: row.label ?? '' };
  const fields = fieldsOf(kind, row.ordinal ?? null);
  switch (kind) {
    case 'occupancy':
      return {
        kind,
        recordId,
        room,
        relation: row.relation ?? 'owner',
        share: row.share ?? null,
        ...span,
        fields,
      };
    case 'lease':
      return { kind, recordId, room, ...span };
    case 'vehicle':
      return {
        kind,
        recordId,
        brand: row.brand ?? null,
        colour: row.colour ?? null,
        vehicleKind: row.kind ?? null,
        fields,
      };
    case 'space': {
      const vehicle = vehicles.find(({ id }) => id === row.vehicle_id);
      return {
        kind,
        recordId,
        code: row.code ?? '',
        carPark: row.car_park ?? null,
        spaceKind: row.kind as SpaceKind,
        vehicle: row.vehicle_id ?? null,
        plateMask: vehicle === undefined ? null : (fieldsOf('vehicle', vehicle.ordinal)[0]?.mask ?? null),
        ...span,
      };
    }
    case 'renovation':
      return { kind, recordId, room, deposit: row.deposit ?? null, ...span, fields };
    case 'pet':
      return { kind, recordId, breed: row.breed ?? '', vaccinatedOn: row.vaccinated_on ?? null, fields };
    case 'notice':
      return {
        kind,
        recordId,
        purpose: row.purpose ?? 'other',
        basis: row.basis ?? 'consent',
        noticeVersion: row.notice_version ?? null,
        givenOn: row.given_on ?? null,
        consentedOn: row.consented_on ?? null,
        withdrawnOn: row.withdrawn_on ?? null,
        way: row.way ?? null,
        consenter: row.consenter ?? null,
        follows: row.follows ?? null,
      };
    default:
      return assertNever(kind);
  }
}
