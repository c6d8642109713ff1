/**
 * The queries of a search for somebody who is limited to a scope: the same rows in the same order, without those outside. Where few people are in the
 * scope, a range with many keys is not walked to find them: each of them is asked for their keys.
 */
import type { Sql } from '../store/sql.ts';
import { sql } from '../store/sql.ts';
import type { Within } from '../scope/scope.ts';
import { isPersonWithin, isRoomWithin, join, peopleNear, roomsWithin } from '../scope/scope.ts';
import type { Queries } from './search.ts';
import type { KeyRange } from './walk.ts';

/** Up to so many keys a range is walked: to ask everybody of a scope would take longer. */
const FEW_KEYS = 2048;
/** More than all keys of the rooms of a scope that is asked room by room; keeps them in their order. */
const ALL_ROOMS = 1_000_000;
/** As in a search of everybody. */
const FORMER_ROOMS = 64;

const PERSON = `p.id, p.id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask, p.list_plate AS plate, 0 AS former`;

/** Whether the range has few keys; nothing is counted beyond that. */
const hasFew = (table: string, column: string, { from, to }: KeyRange): Sql =>
  join([
    `(SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE `,
    { text: `${column} >= ? AND ${column} < ?`, values: [from, to] },
    ` LIMIT ${FEW_KEYS + 1})) <= ${FEW_KEYS}`,
  ]);

/**
 * Walks the range where it has few keys, else asks each person of the scope; both give the same. `isSmall`: few are in the scope. Otherwise a walk soon meets
 * somebody, and is the only way.
 */
const eitherWay = (isSmall: boolean, few: Sql, walked: Sql, asked: Sql): Sql =>
  isSmall
    ? join([
        'SELECT * FROM (',
        walked,
        ') WHERE ',
        few,
        ' UNION ALL SELECT * FROM (',
        asked,
        ') WHERE NOT ',
        few,
      ])
    : walked;

/** As `QUERIES`, of what is within. */
export function scopedQueries(within: Within, isSmall: boolean): Queries {
  const isOwn = (id: string): Sql => isPersonWithin(within, id);
  const near = join(['(', peopleNear(within), ') c']);
  const people = (ids: Sql): Sql =>
    join([`SELECT ${PERSON} FROM (`, ids, ') h CROSS JOIN person p ON p.id = h.person_id']);

  return {
    namesByKey: (range, limit) => {
      const { from, after = 0, to } = range;
      const inRange = sql`(k.key, k.person_id) > (${from}, ${after}) AND k.key < ${to}`;
      const walked = join([
        'SELECT DISTINCT k.person_id FROM name_key k WHERE ',
        inRange,
        ' AND ',
        isOwn('k.person_id'),
        sql` LIMIT ${limit}`,
      ]);
      const asked = join([
        'SELECT k.person_id FROM ',
        near,
        ' CROSS JOIN name_key k ON k.person_id = c.id AND ',
        sql`k.key >= ${from} AND k.key < ${to}`,
        ' WHERE ',
        inRange,
        ' AND ',
        isOwn('k.person_id'),
        sql` GROUP BY k.person_id ORDER BY min(k.key), k.person_id LIMIT ${limit}`,
      ]);
      return people(eitherWay(isSmall, hasFew('name_key', 'key', range), walked, asked));
    },

    namesByName: (range, limit) => {
      const { from, after = 0, to } = range;
      const inRange = sql`(n.name, n.id) > (${from}, ${after}) AND n.name < ${to}`;
      const walked = join([
        'SELECT n.id AS person_id FROM person n WHERE ',
        inRange,
        ' AND ',
        isOwn('n.id'),
        sql` ORDER BY n.name, n.id LIMIT ${limit}`,
      ]);
      const asked = join([
        'SELECT n.id AS person_id FROM ',
        near,
        ' CROSS JOIN person n ON n.id = c.id WHERE ',
        inRange,
        ' AND ',
        isOwn('n.id'),
        sql` ORDER BY n.name, n.id LIMIT ${limit}`,
      ]);
      return people(eitherWay(isSmall, hasFew('person', 'name', range), walked, asked));
    },

    namesByKeyAndName: (range, names, limit) => {
      const { from, after = 0, to } = range;
      const inRange = sql`(k.key, k.person_id) > (${from}, ${after}) AND k.key < ${to} AND n.name >= ${names.from} AND n.name < ${names.to}`;
      const walked = join([
        'SELECT DISTINCT k.person_id FROM name_key k CROSS JOIN person n ON n.id = k.person_id WHERE ',
        inRange,
        ' AND ',
        isOwn('k.person_id'),
        sql` LIMIT ${limit}`,
      ]);
      const asked = join([
        'SELECT k.person_id FROM ',
        near,
        ' CROSS JOIN name_key k ON k.person_id = c.id AND ',
        sql`k.key >= ${from} AND k.key < ${to}`,
        ' CROSS JOIN person n ON n.id = k.person_id WHERE ',
        inRange,
        ' AND ',
        isOwn('k.person_id'),
        sql` GROUP BY k.person_id ORDER BY min(k.key), k.person_id LIMIT ${limit}`,
      ]);
      return people(eitherWay(isSmall, hasFew('name_key', 'key', range), walked, asked));
    },

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

    plates: (range, limit) => {
      const { from, after = 0, to } = range;
      const inRange = sql`(k.key, k.vehicle_id) > (${from}, ${after}) AND k.key < ${to}`;
      const walked = join([
        'SELECT DISTINCT k.vehicle_id, k.person_id FROM plate_key k WHERE ',
        inRange,
        ' AND ',
        isOwn('k.person_id'),
        sql` LIMIT ${limit}`,
      ]);
      const asked = join([
        'SELECT k.vehicle_id, v.person_id FROM ',
        near,
        ' CROSS JOIN vehicle v ON v.person_id = c.id CROSS JOIN plate_key k ON k.vehicle_id = v.id AND ',
        sql`k.key >= ${from} AND k.key < ${to}`,
        ' WHERE ',
        inRange,
        ' AND ',
        isOwn('v.person_id'),
        sql` GROUP BY k.vehicle_id ORDER BY min(k.key), k.vehicle_id LIMIT ${limit}`,
      ]);
      return join([
        sql`SELECT p.id, h.vehicle_id AS ref, p.kind, p.name, p.pinyin, p.list_room AS room_label, p.list_relation AS relation, p.list_until AS room_until, p.list_phone AS phone_mask,
          CASE WHEN p.list_vehicle_id = h.vehicle_id THEN p.list_plate ELSE (SELECT plate FROM vehicle WHERE id = h.vehicle_id) END AS plate, 0 AS former FROM (`,
        eitherWay(isSmall, hasFew('plate_key', 'key', range), walked, asked),
        ') h CROSS JOIN person p ON p.id = h.person_id',
      ]);
    },

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

    peopleByTag: (tag, other, limit) =>
      people(
        join([
          sql`SELECT DISTINCT v.person_id FROM match_tag t CROSS JOIN sealed_value v ON v.id = t.value_id
            WHERE t.tag IN (${tag}, ${other}) AND v.field = 'idNumber' AND v.replaced_at IS NULL AND `,
          isOwn('v.person_id'),
          sql` LIMIT ${limit}`,
        ]),
      ),
  };
}

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
