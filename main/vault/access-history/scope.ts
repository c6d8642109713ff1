/**
 * Where in the log the answer lies. Residents, rooms and imports have indexes, so that their entries are found however far apart they are; a day lies
 * between two numbers, because entries follow one another in time, and what somebody did is looked for among those of their days.
 */
import type { FieldId } from '../../../contract/fields.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import type { AccessHistoryQuestion } from '../../../contract/access-history/requests.ts';
import { MAX_SPAN_DAYS, SEEING, SEEINGS } from '../../../contract/access-history/lists.ts';
import { AppError } from '../app-error.ts';
import { startOfDay } from '../clock.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { allChains, readBetween, within } from '../log/chains.ts';
import { encodeDetail, readAnyDetail } from '../log/detail.ts';
import { type Sql, type SqlValue, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Residents of one room, now or before, whose entries are looked for. */
const MAX_REGISTERED = 500;

/** A condition of a WHERE clause. */
export type Condition = Sql;

const oneOf = (column: string, values: readonly SqlValue[]): Condition => ({
  text: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
});

const joined = (conditions: readonly Condition[], by: ' AND ' | ' OR ' | ' UNION '): Condition => ({
  text: conditions.map(({ text }) => text).join(by),
  values: conditions.flatMap(({ values }) => values),
});

/** All of them. */
export const allOf = (conditions: readonly Condition[]): Condition => joined(conditions, ' AND ');

/** Any of them. */
const anyOf = (conditions: readonly Condition[]): Condition => {
  const { text, values } = joined(conditions, ' OR ');
  return { text: `(${text})`, values };
};

/** A question whose number has been traced to residents. */
export interface Question extends Omit<AccessHistoryQuestion, 'about'> {
  readonly about: Exclude<AccessHistoryQuestion['about'], { readonly by: 'number' }> | TracedNumber;
}

/** Residents who have a number that was asked about, and those who had it. */
export interface TracedNumber {
  readonly by: 'number';
  readonly field: TracedField;
  readonly people: readonly PersonId[];
  readonly former: readonly FormerHolder[];
  readonly more: boolean;
}

/** Fields that are traced by a number. */
export type TracedField = 'phone' | 'idNumber';

/** Whose a number was that was replaced or removed, and when, in milliseconds since 1970: after `until` it was not on the record. */
export interface FormerHolder {
  readonly personId: PersonId;
  readonly from: number;
  readonly until: number;
  /** Which brought it. */
  readonly importId: number | null;
}

/** Conditions that all entries of the answer meet. Errors: `bad-request` {where: 'days'} for a span that is too long or ends before it begins. */
export async function scopeOf(store: ReadableStore, question: Question): Promise<readonly Condition[]> {
  const { how } = question;
  const actions = how === undefined ? SEEINGS.flatMap((one) => SEEING[one]) : SEEING[how];
  return [...(await placeOf(store, question)), oneOf('action', actions), ...narrowingOf(question)];
}

function placeOf(store: ReadableStore, { about, field }: Question): Promise<readonly Condition[]> {
  switch (about.by) {
    case 'person':
      return namedBy(store, [about.personId], field);
    case 'number':
      return ofNumber(store, about);
    case 'room':
      return ofRoom(store, about.roomId);
    case 'day':
      return between(store, about.day, about.day);
    case 'staff':
      return ofStaff(store, about);
  }
}

/** Of a field, its own entries and the imports that brought it. Of a number, those that had it: an answer that did not match was another number. */
function narrowingOf({ about, field }: Question): readonly Condition[] {
  const { by } = about;
  const wanted = by === 'number' ? about.field : field;
  if (wanted === undefined) return [];
  const names: Condition = { text: `instr(',' || field || ',', ?) > 0`, values: [`,${wanted},`] };
  const hasImports = by === 'number' || by === 'person';
  return [
    hasImports ? anyOf([names, sql`action = 'import'`]) : names,
    ...(by === 'number' ? [sql`outcome <> 'no-match'`] : []),
  ];
}

/** Entries that name one of these residents, or one that was merged into one, and the imports that wrote of them. */
async function namedBy(
  store: ReadableStore,
  people: readonly PersonId[],
  field: FieldId | undefined,
): Promise<readonly Condition[]> {
  const all = await withMerged(store, people);
  return [amongEntries([ofPeople(all), someOf('seq', await importsOf(store, all, field))])];
}

/** Of who has it now all that was done; of who had it what was done while it was on the record. */
async function ofNumber(
  store: ReadableStore,
  { people, former, field }: TracedNumber,
): Promise<readonly Condition[]> {
  const all = await withMerged(store, people);
  const lists = [ofPeople(all), someOf('seq', await importsOf(store, all, field))];
  for (const { personId, from, until } of former)
    lists.push(
      allOf([
        oneOf('person_id', await withMerged(store, [personId])),
        sql`time >= ${from} AND time < ${until}`,
      ]),
    );
  const brought = new Set(former.flatMap(({ importId }) => importId ?? []));
  lists.push(someOf('seq', await entriesOfImports(store, brought)));
  return [amongEntries(lists)];
}

async function ofRoom(store: ReadableStore, roomId: RoomId): Promise<readonly Condition[]> {
  const registered = await store.all<{ readonly personId: PersonId }>(sql`
    SELECT DISTINCT person_id AS personId FROM occupancy WHERE room_id = ${roomId} LIMIT ${MAX_REGISTERED}`);
  const people = await withMerged(
    store,
    registered.map(({ personId }) => personId),
  );
  return [amongEntries([ofPeople(people), openingsOf(roomId)])];
}

const ofPeople = (people: readonly PersonId[]): Condition | null => someOf('person_id', people);

/** As it is entered now, and as it was before December 2026. */
const openingsOf = (roomId: RoomId): Condition =>
  allOf([
    sql`action = 'open-room'`,
    oneOf('detail', [encodeDetail('open-room', { of: 'room', room: roomId }), `room ${roomId}`]),
  ]);

/** Each list walks an index of its own; together they would be scanned for, and so would one of nobody. */
function amongEntries(lists: readonly (Condition | null)[]): Condition {
  const some = lists.filter((one) => one !== null);
  if (some.length === 0) return sql`FALSE`;
  const { text, values } = joined(
    some.map((one) => ({ text: `SELECT seq FROM $log WHERE ${one.text}`, values: one.values })),
    ' UNION ',
  );
  return allChains({ text: `seq IN (${text})`, values });
}

/** Null where there is nothing to be one of. */
const someOf = (column: string, values: readonly SqlValue[]): Condition | null =>
  values.length === 0 ? null : oneOf(column, values);

async function withMerged(store: ReadableStore, people: readonly PersonId[]): Promise<readonly PersonId[]> {
  const rows = await store.all<{ readonly id: PersonId }>(sql`
    WITH RECURSIVE p(id) AS (SELECT value FROM json_each(${JSON.stringify(people)}) UNION SELECT m.gone_id FROM p JOIN merged_person m ON m.into_id = p.id)
    SELECT id FROM p`);
  return rows.map(({ id }) => id);
}

/** Numbers of the entries of imports that added these residents or brought values of theirs that are still there. */
async function importsOf(
  store: ReadableStore,
  people: readonly PersonId[],
  field: FieldId | undefined,
): Promise<readonly number[]> {
  const ids = JSON.stringify(people);
  const imports = await store.all<{ readonly id: number }>(
    field === undefined
      ? sql`SELECT import_id AS id FROM person WHERE id IN (SELECT value FROM json_each(${ids})) AND import_id IS NOT NULL
          UNION SELECT b.import_id FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id
          WHERE v.person_id IN (SELECT value FROM json_each(${ids})) AND v.replaced_at IS NULL AND b.import_id IS NOT NULL`
      : sql`SELECT DISTINCT b.import_id AS id FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id
          WHERE v.person_id IN (SELECT value FROM json_each(${ids})) AND v.field = ${field} AND v.replaced_at IS NULL AND b.import_id IS NOT NULL`,
  );
  return entriesOfImports(store, new Set(imports.map(({ id }) => id)));
}

/** Numbers of the entries of these imports. */
async function entriesOfImports(
  store: ReadableStore,
  wanted: ReadonlySet<number>,
): Promise<readonly number[]> {
  if (wanted.size === 0) return [];
  const rows = await store.all<LogRow>(IMPORT_ENTRIES);
  return rows.flatMap((row) => {
    const detail = readAnyDetail({ ...row, action: 'import' });
    return detail !== UNREADABLE && wanted.has(detail.import) ? [row.seq] : [];
  });
}

/** Query of all imports, exported for the test of its plan. */
export const IMPORT_ENTRIES = selectRows(allChains, `WHERE action = 'import' ORDER BY seq`);

async function ofStaff(
  store: ReadableStore,
  { staffId, from, to }: Extract<Question['about'], { readonly by: 'staff' }>,
): Promise<readonly Condition[]> {
  if (to < from || startOfDay(from, MAX_SPAN_DAYS) <= startOfDay(to))
    throw new AppError('bad-request', { where: 'days' });
  return [...(await between(store, from, to)), sql`(staff_id = ${staffId} OR cosigner_id = ${staffId})`];
}

/** A day more on either side is looked through, for a clock that was set back. */
async function between(store: ReadableStore, from: string, to: string): Promise<readonly Condition[]> {
  const [begin, end] = [startOfDay(from), startOfDay(to, 1)];
  const days = await readBetween(store, begin - DAY_MS, end + DAY_MS);
  return [within(days), sql`time >= ${begin}`, sql`time < ${end}`];
}
