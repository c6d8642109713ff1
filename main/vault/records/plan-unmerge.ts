/** Plan for undoing a merge: rows to give back and rows to leave, from the rows as they were, as the merge left them and as they are now. Pure. */
import { RECORD_KINDS, type RecordKind, type SealedFieldId, belongsTo } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { Kept } from '../store/kept-rows.ts';
import type { KeptRow, MovedTable, ValuePlace } from './merge-journal.ts';
import { fieldsOfKind } from './places.ts';
import { RECORD_TABLES } from '../people/record-tables.ts';

export interface UnmergePlan {
  /** Records that are the other person's again. */
  readonly records: readonly KeptRow[];
  /** Their sealed values. */
  readonly values: readonly KeptRow[];
  /** Rows of whoever stayed, each with those columns that the merge had filled. */
  readonly own: readonly { readonly row: KeptRow; readonly columns: readonly string[] }[];
  /** Where something newer stands that gives way: kept for thirty days like any replaced value. */
  readonly retired: readonly ValuePlace[];
  /** Rows changed or removed since: left as they are, unless that is not wanted. */
  readonly edited: readonly KeptRow[];
}

const TABLE_OF: ReadonlyMap<string, MovedTable> = new Map<string, MovedTable>([
  ['note', 'counter_note'],
  ...RECORD_KINDS.map((kind) => [kind, RECORD_TABLES[kind].name as MovedTable] as const),
]);
const KIND_OF: ReadonlyMap<string, RecordKind> = new Map(
  RECORD_KINDS.map((kind) => [RECORD_TABLES[kind].name, kind]),
);

/** Counts every change; put back by who applies the plan. */
const COUNTED: ReadonlySet<string> = new Set(['version', 'updated_at']);
const PLACE = ['person_id', 'field', 'ordinal', 'replaced_at'] as const;

export function planUnmerge(
  rows: readonly KeptRow[],
  otherId: PersonId,
  others: readonly ValuePlace[],
  keepEdited: boolean,
): UnmergePlan {
  const values = rows.filter(
    ({ what, before }) => what === 'sealed_value' && before['person_id'] === otherId,
  );
  const records = rows.filter(
    ({ what, before }) => what !== 'sealed_value' && what !== 'person' && before['person_id'] === otherId,
  );
  const recordOf = (value: KeptRow): KeptRow | undefined => records.find((record) => isOf(value, record));
  const isTaken = (field: SealedFieldId, ordinal: unknown): boolean =>
    others.some((one) => one.field === field && one.ordinal === ordinal);
  const editedRecords = new Set(
    records.filter(
      (record) =>
        isRecordEdited(record) ||
        values.some((value) => isOf(value, record) && isValueEdited(value)) ||
        placesOf(record).some(({ field, ordinal }) => isTaken(field, ordinal)),
    ),
  );
  const back = records.filter((record) => record.after === null || !keepEdited || !editedRecords.has(record));
  const valuesBack = values.filter((value) => {
    const record = recordOf(value);
    return (
      value.now !== null &&
      (record === undefined || back.includes(record)) &&
      (!keepEdited || !isValueEdited(value))
    );
  });
  const own = rows
    .filter(
      (row) =>
        row.what !== 'sealed_value' && row.after !== null && row.now !== null && !records.includes(row),
    )
    .map((row) => ({ row, columns: filledColumns(row) }));
  const editedOwn = own.filter(({ row, columns }) =>
    columns.some((column) => row.now?.[column] !== row.after?.[column]),
  );
  const newer = [...valuesBack.filter(isValueEdited).flatMap(placeAfter), ...back.flatMap(placesOf)].filter(
    ({ field, ordinal }) => isTaken(field, ordinal),
  );
  return {
    records: back,
    values: valuesBack,
    own: keepEdited ? own.filter((one) => !editedOwn.includes(one)) : own,
    retired: keepEdited ? [] : newer,
    edited: [
      ...editedOwn.map(({ row }) => row),
      ...editedRecords,
      ...values.filter((value) => isValueEdited(value) && !editedRecords.has(recordOf(value) ?? value)),
    ],
  };
}

/** A value belongs to the record at its place, as both were before. */
function isOf(value: KeptRow, record: KeptRow): boolean {
  const kind = belongsTo(value.before['field'] as SealedFieldId);
  return (
    kind !== null &&
    TABLE_OF.get(kind) === record.what &&
    record.before['ordinal'] === value.before['ordinal']
  );
}

/** The places that the merge gave to a record of the other person, which nobody else had. */
function placesOf({ what, after }: KeptRow): readonly ValuePlace[] {
  const kind = KIND_OF.get(what);
  const ordinal = after?.['ordinal'];
  return kind === undefined || typeof ordinal !== 'number'
    ? []
    : fieldsOfKind(kind).map((field) => ({ field, ordinal }));
}

const placeAfter = ({ after }: KeptRow): readonly ValuePlace[] =>
  after === null || after['replaced_at'] !== null
    ? []
    : [{ field: after['field'] as SealedFieldId, ordinal: after['ordinal'] as number }];

const differ = (one: Kept, other: Kept, columns: readonly string[]): boolean =>
  columns.some((column) => one[column] !== other[column]);

/** Whether a record was edited since; one that the merge removed can have been edited by nobody. */
const isRecordEdited = ({ after, now }: KeptRow): boolean =>
  after !== null && (now === null || differ(now, after, Object.keys(after)));
const isValueEdited = ({ after, now }: KeptRow): boolean =>
  after !== null && now !== null && differ(now, after, PLACE);

const filledColumns = ({ before, after }: KeptRow): readonly string[] =>
  Object.keys(before).filter((column) => !COUNTED.has(column) && before[column] !== after?.[column]);
