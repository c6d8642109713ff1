/**
 * Rooms in full, and what people have beside their own fields: occupancies with their history, leases, vehicles and spaces,
 * renovations, pets, notices, and when a field was last confirmed. A list shows where somebody lives now.
 */
import { ADDED_TRIGGERS as EARLIER_TRIGGERS } from './0020-list-columns.ts';

/** Value of `PRAGMA user_version` after this migration. */
export const id = 30;

const FIRST_ROOM = `SELECT r.id, r.label, o.relation FROM occupancy o JOIN room r ON r.id = o.room_id WHERE o.person_id = person.id AND o.ended_at = 0 ORDER BY o.id LIMIT 1`;
const FIRST_PHONE = `SELECT id, mask FROM sealed_value WHERE person_id = person.id AND field = 'phone' AND replaced_at IS NULL ORDER BY ordinal LIMIT 1`;
const FIRST_PLATE = `SELECT id, plate FROM vehicle WHERE person_id = person.id ORDER BY ordinal LIMIT 1`;

const roomOf = (people: string): string =>
  `UPDATE person SET (list_room_id, list_room, list_relation) = (${FIRST_ROOM}) WHERE id ${people}`;

/** What keeps the columns true when rows are added, by name. An import, which adds many, writes the columns itself and does without these (list-columns.ts). */
export const ADDED_TRIGGERS = {
  ...EARLIER_TRIGGERS,
  list_room_added: `CREATE TRIGGER list_room_added AFTER INSERT ON occupancy BEGIN ${roomOf('= NEW.person_id')}; END`,
} as const;

/** SQL that recomputes the columns for everybody, or for the rows of an appended WHERE. */
export const REFRESH = `UPDATE person SET (list_room_id, list_room, list_relation) = (${FIRST_ROOM}), (list_phone_id, list_phone) = (${FIRST_PHONE}), (list_vehicle_id, list_plate) = (${FIRST_PLATE})`;

/** The statuses of the list, by the word that stands for each in a workbook; other words stay. */
const STATUS_WORDS = `CASE status WHEN '未销售' THEN 'unsold' WHEN '已交房' THEN 'handed-over' WHEN '未入住' THEN 'not-lived-in' WHEN '装修中' THEN 'renovating'
  WHEN '已装修' THEN 'renovated' WHEN '已入住' THEN 'lived-in' WHEN '已出租' THEN 'let' WHEN '空闲' THEN 'vacant' ELSE status END`;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  'ALTER TABLE room ADD COLUMN inner_area REAL',
  'ALTER TABLE room ADD COLUMN shared_area REAL',
  'ALTER TABLE room ADD COLUMN usage TEXT',
  'ALTER TABLE room ADD COLUMN total_floors INTEGER',
  'ALTER TABLE room ADD COLUMN lift INTEGER',
  'ALTER TABLE room ADD COLUMN delivered_on TEXT',
  `UPDATE room SET status = ${STATUS_WORDS} WHERE status IS NOT NULL`,

  // The readings of a name as its owner spells them, where the usual ones are not theirs.
  'ALTER TABLE person ADD COLUMN pinyin TEXT',

  // --- where people live and lived: `ended_at` is 0 as long as they do, then the moment of its end, so that the same person can come back
  ...['list_room_added', 'list_room_moved', 'list_room_left', 'list_room_renamed'].map(
    (name) => `DROP TRIGGER ${name}`,
  ),
  'ALTER TABLE occupancy RENAME TO occupancy_before',
  `CREATE TABLE occupancy (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
     relation TEXT NOT NULL, share TEXT, from_date TEXT, until_date TEXT, ordinal INTEGER, ended_at INTEGER NOT NULL DEFAULT 0,
     UNIQUE (person_id, room_id, relation, ended_at)) STRICT`,
  `INSERT INTO occupancy (id, person_id, room_id, relation, from_date, until_date)
   SELECT id, person_id, room_id, relation, from_date, until_date FROM occupancy_before`,
  'DROP TABLE occupancy_before',
  // All that a list needs of a room's people, those who live there now first.
  'CREATE INDEX occupancy_room ON occupancy (room_id, ended_at, person_id, relation)',
  'CREATE UNIQUE INDEX occupancy_place ON occupancy (person_id, ordinal) WHERE ordinal IS NOT NULL',
  'CREATE INDEX occupancy_ending ON occupancy (until_date) WHERE ended_at = 0 AND until_date IS NOT NULL',
  ADDED_TRIGGERS.list_room_added,
  `CREATE TRIGGER list_room_moved AFTER UPDATE ON occupancy BEGIN ${roomOf('IN (OLD.person_id, NEW.person_id)')}; END`,
  `CREATE TRIGGER list_room_left AFTER DELETE ON occupancy BEGIN ${roomOf('= OLD.person_id')}; END`,
  `CREATE TRIGGER list_room_renamed AFTER UPDATE OF label ON room BEGIN ${roomOf('IN (SELECT person_id FROM occupancy WHERE room_id = NEW.id)')}; END`,

  // --- the other records of a person; `ordinal` is the record's place among theirs, to which its sealed values are bound
  `CREATE TABLE lease (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
     from_date TEXT, until_date TEXT, ended_at INTEGER NOT NULL DEFAULT 0) STRICT`,
  'CREATE INDEX lease_person ON lease (person_id)',
  'CREATE INDEX lease_room ON lease (room_id)',
  'CREATE INDEX lease_ending ON lease (until_date) WHERE ended_at = 0 AND until_date IS NOT NULL',
  'ALTER TABLE vehicle ADD COLUMN brand TEXT',
  'ALTER TABLE vehicle ADD COLUMN colour TEXT',
  'ALTER TABLE vehicle ADD COLUMN kind TEXT',
  `CREATE TABLE space (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, vehicle_id INTEGER REFERENCES vehicle (id) ON DELETE SET NULL,
     car_park TEXT, code TEXT NOT NULL, kind TEXT NOT NULL, from_date TEXT, until_date TEXT, ended_at INTEGER NOT NULL DEFAULT 0) STRICT`,
  'CREATE INDEX space_person ON space (person_id)',
  'CREATE INDEX space_vehicle ON space (vehicle_id) WHERE vehicle_id IS NOT NULL',
  'CREATE INDEX space_ending ON space (until_date) WHERE ended_at = 0 AND until_date IS NOT NULL',
  `CREATE TABLE renovation (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
     ordinal INTEGER, deposit REAL, from_date TEXT, until_date TEXT, ended_at INTEGER NOT NULL DEFAULT 0, UNIQUE (person_id, ordinal)) STRICT`,
  'CREATE INDEX renovation_room ON renovation (room_id)',
  'CREATE INDEX renovation_ending ON renovation (until_date) WHERE ended_at = 0 AND until_date IS NOT NULL',
  `CREATE TABLE pet (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, ordinal INTEGER,
     breed TEXT NOT NULL, vaccinated_on TEXT, UNIQUE (person_id, ordinal)) STRICT`,
  `CREATE TABLE notice (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, purpose TEXT NOT NULL, basis TEXT NOT NULL,
     notice_version TEXT, given_on TEXT, consented_on TEXT, withdrawn_on TEXT) STRICT`,
  'CREATE INDEX notice_person ON notice (person_id)',

  // --- when somebody last made sure of a field
  `CREATE TABLE confirmed_field (
     person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, field TEXT NOT NULL, ordinal INTEGER NOT NULL, at INTEGER NOT NULL, staff_id TEXT NOT NULL,
     PRIMARY KEY (person_id, field, ordinal)) STRICT, WITHOUT ROWID`,
];
