/**
 * The queries of a search for somebody who is limited to a scope: the same rows in the same order, without those outside. Where few people are in the
 * scope, a range with many keys is not walked to its end to find them: each of them is asked for their keys.
 */
import { type Sql, sql } from '../store/sql.ts';
import { type Within, isPersonWithin, isRoomWithin, join, peopleNear, roomsWithin } from '../scope/scope.ts';
import type { Queries } from './search.ts';
import type { KeyRange } from './walk.ts';

/** So many keys of a range are walked in search of people of a small scope: to ask each of them takes no longer than to walk on. */
const WALKED_KEYS = 8192;
/** More than all keys of the rooms of a small scope; keeps them in their order. */
const ALL_ROOMS = 1_000_000;
/** As in a search of everybody. */
const FORMER_ROOMS = 64;

/** An index of keys, and what of it a search reads. The program's own words. */
interface Keys {
  readonly table: string;
  /** The columns of its order. */
  readonly key: string;
  readonly id: string;
  /** Columns that are read of it, and the one that names the person. */
  readonly columns: string;
  readonly person: string;
}
const NAME_KEYS: Keys = {
  table: 'name_key',
  key: 'key',
  id: 'person_id',
  columns: 'person_id',
  person: 'person_id',
};
const NAMES: Keys = { table: 'person', key: 'name', id: 'id', columns: 'id', person: 'id' };
const PLATE_KEYS: Keys = {
  table: 'plate_key',
  key: 'key',
  id: 'vehicle_id',
  columns: 'vehicle_id, person_id',
  person: 'person_id',
};

interface Ways {
  readonly keys: Keys;
  readonly range: KeyRange;
  readonly limit: number;
  /** Further condition on a row of the index (`k`). */
  readonly also?: Sql;
  /** From a person near the scope (`c.id`) to their rows of the index (`k`), by indexes. */
  readonly toKeys: string;
}

/** Columns that each query selects of a person that is found. */
const PERSON = `p.id, p.id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former`;

/**
 * As `QUERIES`, of what is within. `isSmall`: few rooms are in the scope, so that a range is walked for its first keys and, where those neither are all nor
 * gave enough, everybody near the scope is asked. In another scope a walk soon meets somebody. `walkedKeys`: for tests.
 */
export function scopedQueries(within: Within, isSmall: boolean, walkedKeys = WALKED_KEYS): Queries {
  const isOwn = (id: string): Sql => isPersonWithin(within, id);

  function alongKeys({ keys, range, limit, also, toKeys }: Ways): Sql {
    const { table, key, id, columns, person } = keys;
    const { from, after = 0, to } = range;
    const inRange: Sql = {
      text: `(k.${key}, k.${id}) > (?, ?) AND k.${key} < ?`,
      values: [from, after, to],
    };
    const conditions = [...(also === undefined ? [] : [' AND ', also]), ' AND ', isOwn(`k.${person}`)];
    const order = `k.${key}, k.${id}`;
    if (!isSmall)
      return join([
        `SELECT DISTINCT ${listed(columns)} FROM ${table} k WHERE `,
        inRange,
        ...conditions,
        // That of the index, which the walk of everybody goes along as well.
        sql` LIMIT ${limit}`,
      ]);
    const isEnough = sql`((SELECT count(*) FROM walked) >= ${limit} OR (SELECT count(*) FROM begun) < ${walkedKeys})`;
    const unlessEnough = join(['NOT ', isEnough]);
    return join([
      `WITH begun AS MATERIALIZED (SELECT ${listed(columns)} FROM ${table} k WHERE `,
      inRange,
      ` ORDER BY ${order}`,
      sql` LIMIT ${walkedKeys}), walked AS MATERIALIZED (`,
      `SELECT DISTINCT ${listed(columns)} FROM begun k WHERE true`,
      ...conditions,
      sql` LIMIT ${limit}) SELECT * FROM walked WHERE `,
      isEnough,
      ` UNION ALL SELECT * FROM (SELECT ${listed(columns)} FROM (`,
      peopleNear(within, unlessEnough),
      `) c ${toKeys} AND `,
      { text: `k.${key} >= ? AND k.${key} < ?`, values: [from, to] },
      ' WHERE ',
      inRange,
      ...conditions,
      ` GROUP BY k.${id} ORDER BY min(k.${key}), k.${id}`,
      sql` LIMIT ${limit})`,
    ]);
  }

  const people = (found: Sql, id = 'person_id'): Sql =>
    join([`SELECT ${PERSON} FROM (`, found, `) h CROSS JOIN person p ON p.id = h.${id}`]);

  return {
    namesByKey: (range, limit) =>
      people(
        alongKeys({
          keys: NAME_KEYS,
          range,
          limit,
          toKeys: 'CROSS JOIN name_key k ON k.person_id = c.id',
        }),
      ),

    namesByName: (range, limit) =>
      people(alongKeys({ keys: NAMES, range, limit, toKeys: 'CROSS JOIN person k ON k.id = c.id' }), 'id'),

    namesByKeyAndName: (range, names, limit) =>
      people(
        alongKeys({
          keys: NAME_KEYS,
          range,
          limit,
          also: sql`EXISTS (SELECT 1 FROM person n WHERE n.id = k.person_id AND n.name >= ${names.from} AND n.name < ${names.to})`,
          toKeys: 'CROSS JOIN name_key k ON k.person_id = c.id',
        }),
      ),

    rooms: (range, limit, today) =>
      join([
        sql`SELECT p.id, h.room_id AS ref, p.kind, p.name, p.pinyin, CASE WHEN p.list_room_id = h.room_id THEN p.list_room ELSE (SELECT label FROM room WHERE id = h.room_id) END AS room_label,
          h.relation, NULL AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former
          FROM (SELECT DISTINCT o.person_id, o.room_id, o.relation FROM (`,
        keyedRooms(within, isSmall, range),
        sql`) k CROSS JOIN occupancy o ON o.room_id = k.room_id AND (o.until_date IS NULL OR o.until_date > ${today})
          LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
      ]),

    formerRooms: (range, limit, today) =>
      join([
        sql`SELECT p.id, h.room_id AS ref, p.kind, p.name, p.pinyin, (SELECT label FROM room WHERE id = h.room_id) AS room_label, h.relation, NULL AS room_until, p.list_phone AS phone_mask,
          p.list_plate AS plate, 1 AS former
          FROM (SELECT DISTINCT o.person_id, o.room_id, o.relation FROM (SELECT room_id FROM (`,
        keyedRooms(within, isSmall, range),
        sql`) LIMIT ${FORMER_ROOMS}) k CROSS JOIN occupancy o ON o.room_id = k.room_id AND +o.until_date <= ${today} AND `,
        isOwn('o.person_id'),
        sql` LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
      ]),

    plates: (range, limit) =>
      join([
        sql`SELECT p.id, h.vehicle_id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask,
          CASE WHEN p.list_vehicle_id = h.vehicle_id THEN p.list_plate ELSE (SELECT plate FROM vehicle WHERE id = h.vehicle_id) END AS plate, 0 AS former FROM (`,
        alongKeys({
          keys: PLATE_KEYS,
          range,
          limit,
          toKeys: 'CROSS JOIN vehicle v ON v.person_id = c.id CROSS JOIN plate_key k ON k.vehicle_id = v.id',
        }),
        ') h CROSS JOIN person p ON p.id = h.person_id',
      ]),

    /** No range of these has many keys: they are the last digits of a number. */
    phones: (ranges, limit) =>
      join([
        sql`SELECT p.id, h.value_id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_plate AS plate,
          CASE WHEN p.list_phone_id = h.value_id THEN p.list_phone ELSE (SELECT mask FROM sealed_value WHERE id = h.value_id) END AS phone_mask, 0 AS former FROM (`,
        ...ranges.flatMap(({ from, after = 0, to }, at) => [
          at === 0 ? '' : ' UNION ALL ',
          sql`SELECT k.value_id, k.person_id FROM phone_key k WHERE (k.key, k.value_id) > (${from}, ${after}) AND k.key < ${to} AND `,
          isOwn('k.person_id'),
        ]),
        sql` LIMIT ${limit}) h CROSS JOIN person p ON p.id = h.person_id`,
      ]),

    peopleByTag: (tags, limit) =>
      people(
        join([
          {
            text: `SELECT DISTINCT v.person_id FROM match_tag t CROSS JOIN sealed_value v ON v.id = t.value_id
            WHERE t.tag IN (${tags.map(() => '?').join(', ')}) AND v.field = 'idNumber' AND v.replaced_at IS NULL AND `,
            values: tags,
          },
          isOwn('v.person_id'),
          sql` LIMIT ${limit}`,
        ]),
      ),
  };
}

/** Of the index that is called `k`. */
const listed = (columns: string): string =>
  columns
    .split(', ')
    .map((column) => `k.${column}`)
    .join(', ');

/** Rooms of the scope with a key in the range, in the order of their keys; room by room where the scope is small. */
function keyedRooms(within: Within, isSmall: boolean, { from, after = 0, to }: KeyRange): Sql {
  const inRange = sql`(k.key, k.room_id) >= (${from}, ${after}) AND k.key < ${to}`;
  if (!isSmall)
    return join([
      'SELECT k.key, k.room_id FROM room_key k CROSS JOIN room r ON r.id = k.room_id WHERE ',
      inRange,
      ' AND ',
      isRoomWithin(within, 'r'),
    ]);
  return join([
    'SELECT k.key, k.room_id FROM (',
    roomsWithin(within),
    ') r CROSS JOIN room_key k ON k.room_id = r.id AND ',
    sql`k.key >= ${from} AND k.key < ${to}`,
    ' WHERE ',
    inRange,
    ` ORDER BY k.key, k.room_id LIMIT ${ALL_ROOMS}`,
  ]);
}

/** Rooms alone, of what is within, and of what is not. */
export const SCOPED_ROOMS = {
  /** As `rooms.find` lists them. */
  find: (within: Within, isSmall: boolean, range: KeyRange, limit: number): Sql =>
    join([
      sql`SELECT r.id AS roomId, r.label, r.status, EXISTS (SELECT 1 FROM occupancy o WHERE o.room_id = r.id AND (o.until_date IS NULL OR o.until_date > ${within.today})) AS livedIn
        FROM (SELECT DISTINCT room_id FROM (`,
      keyedRooms(within, isSmall, range),
      sql`) LIMIT ${limit}) h CROSS JOIN room r ON r.id = h.room_id`,
    ]),
  /** Rooms with exactly this key that are outside. */
  elsewhere: (within: Within, key: string, limit: number): Sql =>
    join([
      sql`SELECT r.id AS roomId, r.label, r.estate, r.building, r.unit FROM room_key k CROSS JOIN room r ON r.id = k.room_id WHERE k.key = ${key} AND NOT `,
      isRoomWithin(within, 'r'),
      sql` LIMIT ${limit}`,
    ]),
  /** Whether more rooms than these are in the scope. */
  count: (within: Within, most: number): Sql =>
    join(['SELECT count(*) AS rooms FROM (SELECT id FROM (', roomsWithin(within), sql`) LIMIT ${most + 1})`]),
} as const;
