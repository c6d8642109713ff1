/** Finds what a workbook may already have in the store: rooms and people in bulk, never a query per row. */
import type {
  IdType,
  PersonKind,
  Relation,
  SealedFieldId,
  Sex,
  SpaceKind,
} from '../../../contract/fields.ts';
import { readListDay } from '../store/list-columns.ts';
import type { SqlValue } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Pace } from '../long-work/progress.ts';

/** Others get their turn between two statements. */
type Breath = Pick<Pace, 'breathe'>;

/** Values bound in one statement; every engine takes 32,766. */
const AT_ONCE = 1_000;

export interface KnownRoom {
  readonly id: number;
  readonly canonical: string;
  readonly floor: string | null;
  readonly layout: string | null;
  readonly area: number | null;
  readonly innerArea: number | null;
  readonly sharedArea: number | null;
  readonly usage: string | null;
  readonly totalFloors: number | null;
  readonly status: string | null;
  readonly deliveredOn: string | null;
}

export interface KnownValue {
  readonly id: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly valid: boolean;
  /** Hexadecimal match tag; null where none was written. */
  readonly tag: string | null;
}

export interface KnownVehicle {
  readonly id: number;
  readonly ordinal: number;
  readonly plate: string;
  readonly brand: string | null;
  readonly colour: string | null;
  readonly vehicleKind: string | null;
}

export interface KnownSpace {
  readonly id: number;
  readonly code: string;
  readonly carPark: string | null;
  readonly spaceKind: SpaceKind;
  readonly from: string | null;
  readonly until: string | null;
  /** Id of the vehicle that stands there. */
  readonly vehicle: number | null;
  /** False as long as it is theirs. */
  readonly ended: boolean;
}

/** A lease of a room, by its canonical form; each day null where nobody said. */
export interface Lease {
  readonly canonical: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** A person as the store has them now. */
export interface KnownPerson {
  readonly id: number;
  readonly kind: PersonKind;
  readonly name: string;
  /** As somebody said; null where nobody did. */
  readonly pinyin: string | null;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly values: KnownValue[];
  /** Hexadecimal match tags of phones and ID numbers that somebody has taken from the record. */
  readonly former: string[];
  readonly occupancies: { readonly canonical: string; readonly relation: Relation }[];
  readonly leases: Lease[];
  readonly vehicles: KnownVehicle[];
  readonly spaces: KnownSpace[];
}

/** By canonical form. */
export async function findRooms(
  store: ReadableStore,
  canonicals: readonly string[],
  pace: Breath,
): Promise<Map<string, KnownRoom>> {
  const found = new Map<string, KnownRoom>();
  await eachIn<KnownRoom>(
    store,
    (
      list,
    ) => `SELECT id, canonical, floor, layout, area, inner_area AS innerArea, shared_area AS sharedArea, usage, total_floors AS totalFloors, status,
        delivered_on AS deliveredOn FROM room WHERE canonical IN (${list})`,
    canonicals,
    (row) => found.set(row.canonical, row),
    pace,
  );
  return found;
}

export interface TagHit {
  readonly tag: Uint8Array;
  readonly personId: number;
}

/** People whose current values carry one of the tags, given in hexadecimal. */
export async function findTags(
  store: ReadableStore,
  tags: readonly string[],
  pace: Breath,
): Promise<readonly TagHit[]> {
  const hits: TagHit[] = [];
  await eachIn<TagHit, string>(
    store,
    (list) => `
    SELECT t.tag AS tag, v.person_id AS personId FROM match_tag t JOIN sealed_value v ON v.id = t.value_id
    WHERE t.tag IN (${list}) AND v.replaced_at IS NULL`,
    tags,
    (hit) => hits.push(hit),
    pace,
    (tag) => Buffer.from(tag, 'hex'),
  );
  return hits;
}

/** Who belongs to one of the rooms. */
export async function findPeopleOfRooms(
  store: ReadableStore,
  roomIds: readonly number[],
  pace: Breath,
): Promise<readonly number[]> {
  const ids: number[] = [];
  await eachIn<{ readonly id: number }>(
    store,
    (list) => `SELECT DISTINCT person_id AS id FROM occupancy WHERE room_id IN (${list})`,
    roomIds,
    ({ id }) => ids.push(id),
    pace,
  );
  return ids;
}

interface ValueRow {
  readonly id: number;
  readonly personId: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly valid: number;
  readonly tag: Uint8Array | null;
}

/** With everything that an import compares, lowest id first. */
export async function loadPeople(
  store: ReadableStore,
  ids: readonly number[],
  pace: Breath,
): Promise<readonly KnownPerson[]> {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  type PersonRow = Pick<KnownPerson, 'id' | 'kind' | 'name' | 'pinyin' | 'sex' | 'idType'>;
  const people = new Map<number, KnownPerson>();
  await eachIn<PersonRow>(
    store,
    (list) =>
      `SELECT id, kind, name, pinyin, sex, id_type AS idType FROM person WHERE id IN (${list}) ORDER BY id`,
    sorted,
    (row) =>
      people.set(row.id, {
        ...row,
        values: [],
        former: [],
        occupancies: [],
        leases: [],
        vehicles: [],
        spaces: [],
      }),
    pace,
  );
  await eachIn<ValueRow>(
    store,
    (list) => `
    SELECT v.id, v.person_id AS personId, v.field, v.ordinal, v.valid, t.tag FROM sealed_value v LEFT JOIN match_tag t ON t.value_id = v.id
    WHERE v.person_id IN (${list}) AND v.replaced_at IS NULL`,
    sorted,
    ({ personId, valid, tag, ...value }) =>
      people
        .get(personId)
        ?.values.push({ ...value, valid: valid === 1, tag: tag === null ? null : hex(tag) }),
    pace,
  );
  await eachIn<{ readonly personId: number; readonly tag: Uint8Array }>(
    store,
    (list) => `SELECT person_id AS personId, tag FROM former_tag WHERE person_id IN (${list})`,
    sorted,
    ({ personId, tag }) => people.get(personId)?.former.push(hex(tag)),
    pace,
  );
  const today = await readListDay(store);
  const isOver = (until: string | null): boolean => until !== null && until <= today;
  await eachIn<{
    readonly personId: number;
    readonly canonical: string;
    readonly relation: Relation;
    readonly until: string | null;
  }>(
    store,
    (list) => `
    SELECT o.person_id AS personId, r.canonical, o.relation, o.until_date AS until FROM occupancy o JOIN room r ON r.id = o.room_id WHERE o.person_id IN (${list})`,
    sorted,
    ({ personId, until, ...occupancy }) => {
      if (!isOver(until)) people.get(personId)?.occupancies.push(occupancy);
    },
    pace,
  );
  await eachIn<Lease & { readonly personId: number }>(
    store,
    (list) => `
    SELECT l.person_id AS personId, r.canonical, l.from_date AS "from", l.until_date AS until FROM lease l JOIN room r ON r.id = l.room_id
    WHERE l.person_id IN (${list})`,
    sorted,
    ({ personId, ...lease }) => people.get(personId)?.leases.push(lease),
    pace,
  );
  await eachIn<KnownVehicle & { readonly personId: number }>(
    store,
    (list) =>
      `SELECT id, person_id AS personId, ordinal, plate, brand, colour, kind AS vehicleKind FROM vehicle WHERE person_id IN (${list})`,
    sorted,
    ({ personId, ...vehicle }) => people.get(personId)?.vehicles.push(vehicle),
    pace,
  );
  await eachIn<Omit<KnownSpace, 'ended'> & { readonly personId: number }>(
    store,
    (list) => `
    SELECT id, person_id AS personId, code, car_park AS carPark, kind AS spaceKind, from_date AS "from", until_date AS until, vehicle_id AS vehicle
    FROM space WHERE person_id IN (${list}) ORDER BY id`,
    sorted,
    ({ personId, ...space }) => people.get(personId)?.spaces.push({ ...space, ended: isOver(space.until) }),
    pace,
  );
  return [...people.values()];
}

export const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** One statement per thousand values; the text stays the same, so that it is prepared once. */
async function eachIn<Row, Value extends SqlValue = SqlValue>(
  store: ReadableStore,
  query: (list: string) => string,
  values: readonly Value[],
  take: (row: Row) => unknown,
  pace: Breath,
  toBind: (value: Value) => SqlValue = (value) => value,
): Promise<void> {
  for (let at = 0; at < values.length; at += AT_ONCE) {
    const chunk = values.slice(at, at + AT_ONCE).map(toBind);
    const text = query(Array.from({ length: chunk.length }, () => '?').join(','));
    for (const row of await store.all<Row>({ text, values: chunk })) take(row);
    await pace.breathe();
  }
}
