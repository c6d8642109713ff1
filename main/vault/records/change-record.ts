/** Adds, changes, ends and removes the records of a person: open details without a PIN, sealed ones with the proof that their tier takes. */
import {
  type EndingKind,
  type FieldId,
  OPEN_DETAILS,
  type OpenDetail,
  type RecordKind,
  type SealedFieldId,
  belongsTo,
  sealedTierOf,
} from '../../../contract/fields.ts';
import type { NewRecord, RecordChanges } from '../../../contract/records/requests.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { bumpVersion, readBack } from '../people/change-person.ts';
import { forgetConfirmed } from '../people/confirmed.ts';
import { checkDay } from '../values/days.ts';
import { findOrAddRoom } from '../search/find-room.ts';
import { readPersonRow } from '../people/read-person.ts';
import { indexPlate } from '../search/search-index.ts';
import {
  type Replacement,
  type TierKeys,
  checkPlate,
  checkSealed,
  retireValues,
  sealValues,
  tiersOf,
  withChangeProof,
} from '../people/sealed-changes.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { type SqlValue, sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { RECORD_QUERIES, type RecordRow } from '../people/read-records.ts';
import { requireNamed } from '../inventory/api.ts';
import { fieldsOfKind, nextPlace } from './places.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { requireRow } from '../store/rows.ts';

type SealedChange = Omit<Replacement, 'ordinal'>;
type Columns = ReadonlyMap<string, SqlValue>;

/** Errors: `invalid-value` {field}, `already-there`, `purpose-not-named`, `room-not-understood`, `changed-meanwhile`, `not-found`, `bad-request`, those of `withChangeProof`. */
export async function addRecord(
  session: Session,
  { personId, version, record, proof }: RouteRequest<'records.add'>,
): Promise<MaskedPerson> {
  await readPersonRow(session.store, personId);
  const { kind } = record;
  const details = checkDetails(record);
  const plate = record.kind === 'vehicle' ? checkPlate(record.plate) : null;
  const sealed = checkSealedOf(session, record);
  const columns = columnsOf(kind, details);
  const today = dayOf(session.clock.now());
  await withChangeProof(session, proof, tiersOf(sealed), (keys, by) =>
    commit(session, async (tx) => {
      await bumpVersion(tx, session, personId, version);
      if (record.kind === 'notice') await requireNamed(session, tx, personId, [record.purpose]);
      if (record.kind === 'space') await requireOwnVehicle(tx, personId, record.vehicle ?? null);
      const room = 'room' in record ? (await findOrAddRoom(tx, session, record.room)).roomId : null;
      const recordId = await insertRecord(tx, personId, kind, { columns, room, plate, today });
      await sealInPlace(tx, session, keys, { kind, personId, recordId }, sealed);
      const fields = [
        kind,
        ...(room === null ? [] : ['room']),
        ...(plate === null ? [] : ['plate']),
        ...details.keys(),
        ...sealed.map(({ field }) => field),
      ];
      return [
        done('add', { of: 'record', kind, record: recordId }, { personId, field: fields.join(','), ...by }),
      ];
    }),
  );
  return readBack(session, personId);
}

/** Errors: as `addRecord`. */
export async function editRecord(
  session: Session,
  { personId, version, recordId, changes, proof }: RouteRequest<'records.edit'>,
): Promise<MaskedPerson> {
  const { kind } = changes;
  const details = checkDetails(changes);
  const sealed = checkSealedOf(session, changes);
  const columns = columnsOf(kind, details);
  const today = dayOf(session.clock.now());
  await withChangeProof(session, proof, tiersOf(sealed), (keys, by) =>
    commit(session, async (tx) => {
      await bumpVersion(tx, session, personId, version);
      await readRecord(tx, kind, personId, recordId);
      if (changes.kind === 'notice' && changes.purpose !== undefined)
        await requireNamed(session, tx, personId, [changes.purpose]);
      if (changes.kind === 'space') await requireOwnVehicle(tx, personId, changes.vehicle ?? null);
      await updateRecord(tx, kind, recordId, columns, today);
      await sealInPlace(tx, session, keys, { kind, personId, recordId }, sealed);
      const fields = [kind, ...details.keys(), ...sealed.map(({ field }) => field)];
      return [
        done('edit', { of: 'record', kind, record: recordId }, { personId, field: fields.join(','), ...by }),
      ];
    }),
  );
  return readBack(session, personId);
}

const END_DETAIL: Readonly<Record<EndingKind, OpenDetail>> = {
  occupancy: 'until',
  lease: 'until',
  space: 'until',
  renovation: 'until',
  notice: 'withdrawnOn',
};

/** Keeps the record and says since when it is over; a day to come ends it then. Errors: `invalid-value` {field}, `changed-meanwhile`, `not-found`. */
export async function endRecord(
  session: Session,
  { personId, version, kind, recordId, on }: RouteRequest<'records.end'>,
): Promise<MaskedPerson> {
  const field = END_DETAIL[kind];
  const columns = columnsOf(kind, new Map([[field, checkDay(field, on)]]));
  const today = dayOf(session.clock.now());
  await commit(session, async (tx) => {
    await bumpVersion(tx, session, personId, version);
    await readRecord(tx, kind, personId, recordId);
    await updateRecord(tx, kind, recordId, columns, today);
    return [done('end', { of: 'record', kind, record: recordId }, { personId, field: `${kind},${field}` })];
  });
  return readBack(session, personId);
}

/** For what was entered by mistake: the record goes, and its sealed values with it. Errors: as `editRecord`. */
export async function removeRecord(
  session: Session,
  { personId, version, kind, recordId, proof }: RouteRequest<'records.remove'>,
): Promise<MaskedPerson> {
  const row = await readRecord(session.store, kind, personId, recordId);
  const fields = await sealedFieldsOf(session.store, kind, row);
  await withChangeProof(session, proof, fields.map(sealedTierOf), (_, by) =>
    commit(session, async (tx) => {
      await bumpVersion(tx, session, personId, version);
      const place = placeOf(row);
      if (place !== null) await removeValues(tx, kind, personId, place);
      await tx.run({ text: `DELETE FROM ${RECORD_TABLES[kind].name} WHERE id = ?`, values: [recordId] });
      return [
        done(
          'remove',
          { of: 'record', kind, record: recordId },
          { personId, field: [kind, ...fields].join(','), ...by },
        ),
      ];
    }),
  );
  return readBack(session, personId);
}

// --- open details

const DAYS: ReadonlySet<OpenDetail> = new Set([
  'from',
  'until',
  'vaccinatedOn',
  'givenOn',
  'consentedOn',
  'withdrawnOn',
]);
/** 1/2, 33.3%, 100%. */
const SHARE = /^(?:[1-9]\d{0,3}\/[1-9]\d{0,3}|\d{1,3}(?:\.\d{1,4})?%)$/;

/** The open details that are named, each as it is to be stored. Errors: `invalid-value` {field}. */
function checkDetails(record: NewRecord | RecordChanges): ReadonlyMap<OpenDetail | 'vehicle', SqlValue> {
  const given = new Map<string, unknown>(Object.entries(record));
  const details = new Map<OpenDetail | 'vehicle', SqlValue>();
  for (const name of [...OPEN_DETAILS, 'vehicle'] as const) {
    const value = given.get(name) as string | number | null | undefined;
    if (value === undefined || RECORD_TABLES[record.kind].columns[name] === undefined) continue;
    details.set(name, name !== 'vehicle' && DAYS.has(name) ? checkDay(name, value as string | null) : value);
  }
  requireShare(details.get('share'));
  requireOrder(details.get('from'), details.get('until'));
  return details;
}

function requireShare(share: SqlValue | undefined): void {
  if (typeof share !== 'string') return;
  const [part = 0, whole = 1] = share.endsWith('%')
    ? [Number(share.slice(0, -1)), 100]
    : share.split('/').map(Number);
  if (!SHARE.test(share) || part > whole) throw new AppError('invalid-value', { field: 'share' });
}

function requireOrder(from: SqlValue | undefined, until: SqlValue | undefined): void {
  if (typeof from === 'string' && typeof until === 'string' && until < from)
    throw new AppError('invalid-value', { field: 'until' });
}

/** The same by columns. */
function columnsOf(kind: RecordKind, details: ReadonlyMap<OpenDetail | 'vehicle', SqlValue>): Columns {
  const table = RECORD_TABLES[kind];
  const columns = new Map<string, SqlValue>();
  for (const [name, value] of details) columns.set(table.columns[name] ?? name, value);
  return columns;
}

/** A space names one of the person's own vehicles. Errors: `not-found`. */
async function requireOwnVehicle(
  store: ReadableStore,
  personId: PersonId,
  vehicleId: number | null,
): Promise<void> {
  if (vehicleId !== null) await readRecord(store, 'vehicle', personId, vehicleId);
}

/** Errors: `not-found`. */
async function readRecord(
  store: ReadableStore,
  kind: RecordKind,
  personId: PersonId,
  recordId: number,
): Promise<RecordRow> {
  return requireRow<RecordRow>(store, RECORD_QUERIES.one(kind, personId, recordId));
}

// --- rows

async function insertRecord(
  tx: WritableStore,
  personId: PersonId,
  kind: RecordKind,
  {
    columns,
    room,
    plate,
    today,
  }: {
    readonly columns: Columns;
    readonly room: RoomId | null;
    readonly plate: string | null;
    readonly today: string;
  },
): Promise<number> {
  const { name } = RECORD_TABLES[kind];
  const row = new Map<string, SqlValue>([['person_id', personId], ...columns]);
  if (room !== null) row.set('room_id', room);
  if (plate !== null) row.set('plate', plate).set('ordinal', await nextPlace(tx, kind, personId));
  await requireNew(tx, kind, row, today);
  const id = await takeId(tx, name);
  const names = [...row.keys()];
  await tx.run({
    text: `INSERT INTO ${name} (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`,
    values: [id, ...row.values()],
  });
  if (plate !== null) await indexPlate(tx, { id, personId, plate });
  return id;
}

/** Somebody is to a room what they are once at a time, and has a plate once. Errors: `already-there`. */
async function requireNew(tx: WritableStore, kind: RecordKind, row: Columns, today: string): Promise<void> {
  const personId = row.get('person_id') ?? null;
  const twice =
    kind === 'occupancy' && !isOver(row.get('until_date') ?? null, today)
      ? await tx.get(sql`
      SELECT 1 FROM occupancy WHERE person_id = ${personId} AND room_id = ${row.get('room_id') ?? null} AND relation = ${row.get('relation') ?? null}
        AND (until_date IS NULL OR until_date > ${today})`)
      : kind === 'vehicle'
        ? await tx.get(
            sql`SELECT 1 FROM vehicle WHERE person_id = ${personId} AND plate = ${row.get('plate') ?? null}`,
          )
        : undefined;
  if (twice !== undefined) throw new AppError('already-there');
}

const isOver = (until: SqlValue, today: string): boolean => typeof until === 'string' && until <= today;

async function updateRecord(
  tx: WritableStore,
  kind: RecordKind,
  recordId: number,
  columns: Columns,
  today: string,
): Promise<void> {
  if (columns.size === 0) return;
  if (kind === 'occupancy') await requireNoTwin(tx, recordId, columns, today);
  const sets = [...columns.keys()].map((name) => `${name} = ?`).join(', ');
  await tx.run({
    text: `UPDATE ${RECORD_TABLES[kind].name} SET ${sets} WHERE id = ?`,
    values: [...columns.values(), recordId],
  });
}

/** Errors: `already-there` where the change would make it equal to another one that is going on. */
async function requireNoTwin(
  tx: WritableStore,
  recordId: number,
  columns: Columns,
  today: string,
): Promise<void> {
  const stored = await tx.get<{ readonly until: string | null }>(
    sql`SELECT until_date AS until FROM occupancy WHERE id = ${recordId}`,
  );
  if (
    isOver(columns.has('until_date') ? (columns.get('until_date') ?? null) : (stored?.until ?? null), today)
  )
    return;
  const twin = await tx.get(sql`
    SELECT 1 FROM occupancy x JOIN occupancy o ON o.person_id = x.person_id AND o.room_id = x.room_id AND o.id <> x.id
    WHERE x.id = ${recordId} AND o.relation = coalesce(${columns.get('relation') ?? null}, x.relation) AND (o.until_date IS NULL OR o.until_date > ${today})`);
  if (twin !== undefined) throw new AppError('already-there');
}

// --- sealed values of a record

/** Errors: `bad-request` for a field that is of something else, those of `checkSealed`. */
function checkSealedOf(session: Session, record: NewRecord | RecordChanges): readonly Replacement[] {
  const given = 'sealed' in record ? (record.sealed ?? []) : [];
  if (new Set(given.map(({ field }) => field)).size !== given.length)
    throw new AppError('bad-request', { where: 'sealed' });
  return given.map(({ field, value }) => {
    if (belongsTo(field) !== record.kind) throw new AppError('bad-request', { where: 'sealed' });
    return { field, ordinal: 0, checked: value === null ? null : checkSealed(session, field, value, null) };
  });
}

const placeOf = (row: RecordRow): number | null => row.ordinal ?? null;

interface RecordPlace {
  readonly kind: RecordKind;
  readonly personId: PersonId;
  readonly recordId: number;
}

/** Seals them to the record's place, which it gets with its first one. */
async function sealInPlace(
  tx: WritableStore,
  session: Session,
  keys: TierKeys,
  { kind, personId, recordId }: RecordPlace,
  sealed: readonly SealedChange[],
): Promise<void> {
  if (sealed.length === 0) return;
  const place = placeOf(await readRecord(tx, kind, personId, recordId));
  const ordinal = place ?? (await nextPlace(tx, kind, personId));
  if (place === null)
    await tx.run({
      text: `UPDATE ${RECORD_TABLES[kind].name} SET ordinal = ? WHERE id = ?`,
      values: [ordinal, recordId],
    });
  const placed = sealed.map((change) => ({ ...change, ordinal }));
  await retireValues(tx, session, personId, placed);
  await sealValues(tx, session, keys, personId, placed);
}

async function sealedFieldsOf(
  store: ReadableStore,
  kind: RecordKind,
  row: RecordRow,
): Promise<readonly SealedFieldId[]> {
  const fields = fieldsOfKind(kind);
  if (fields.length === 0 || placeOf(row) === null) return [];
  const rows = await store.all<{ field: SealedFieldId }>(
    sql`SELECT DISTINCT field FROM sealed_value WHERE person_id = ${row.person_id} AND ordinal = ${placeOf(row)}`,
  );
  return rows.map(({ field }) => field).filter((field) => fields.includes(field));
}

async function removeValues(
  tx: WritableStore,
  kind: RecordKind,
  personId: PersonId,
  ordinal: number,
): Promise<void> {
  const fields: readonly FieldId[] = kind === 'vehicle' ? ['plate'] : fieldsOfKind(kind);
  for (const field of fields) {
    await tx.run(
      sql`DELETE FROM sealed_value WHERE person_id = ${personId} AND field = ${field} AND ordinal = ${ordinal}`,
    );
    await forgetConfirmed(tx, personId, field, ordinal);
  }
}
