/**
 * What lets many desks come without touching anything sealed: a counter for every table that numbers its rows, begun behind the highest number
 * that there is or that history remembers; which desk this store is; ends that follow from the date alone; a note's room that nothing rewrites.
 */
import { ADDED_TRIGGERS as EARLIER_TRIGGERS } from './0030-records.ts';

/** Value of `PRAGMA user_version` after this migration. */
export const id = 230;

const FIRST_ROOM = `SELECT r.id, r.label, o.relation, o.until_date FROM occupancy o JOIN room r ON r.id = o.room_id
  WHERE o.person_id = person.id AND (o.until_date IS NULL OR o.until_date > (SELECT day FROM local_state)) ORDER BY o.id LIMIT 1`;
const FIRST_PHONE = `SELECT id, mask FROM sealed_value WHERE person_id = person.id AND field = 'phone' AND replaced_at IS NULL ORDER BY ordinal LIMIT 1`;
const FIRST_PLATE = `SELECT id, plate FROM vehicle WHERE person_id = person.id ORDER BY ordinal LIMIT 1`;

const roomOf = (people: string): string =>
  `UPDATE person SET (list_room_id, list_room, list_relation, list_until) = (${FIRST_ROOM}) WHERE id ${people}`;

/** What keeps the columns true when rows are added, by name. An import, which adds many, writes the columns itself and does without these (list-columns.ts). */
export const ADDED_TRIGGERS = {
  ...EARLIER_TRIGGERS,
  list_room_added: `CREATE TRIGGER list_room_added AFTER INSERT ON occupancy BEGIN ${roomOf('= NEW.person_id')}; END`,
} as const;

/** SQL that recomputes the columns for everybody, or for the rows of an appended WHERE. */
export const REFRESH = `UPDATE person SET (list_room_id, list_room, list_relation, list_until) = (${FIRST_ROOM}), (list_phone_id, list_phone) = (${FIRST_PHONE}), (list_vehicle_id, list_plate) = (${FIRST_PLATE})`;

/** Numbers of desk 0; what somebody has put above them is no number that was ever given. */
const OURS = 2 ** 32;
const highest = (column: string, from: string): string =>
  `(SELECT max(${column}) FROM ${from} WHERE ${column} BETWEEN 0 AND ${OURS - 1})`;
/** The log says `room 12`, `import 3, rows …`: numbers of what may be gone. */
const logged = (word: string): string =>
  `(SELECT max(n) FROM (SELECT CAST(substr(detail, ${word.length + 2}) AS INTEGER) AS n FROM log_entry WHERE detail GLOB '${word} [0-9]*') WHERE n < ${OURS})`;
const counter = (table: string, ...others: readonly string[]): string => {
  const known = [
    highest('id', table),
    highest('row_id', `(SELECT row_id FROM merge_row WHERE what = '${table}')`),
    highest('last_id', `(SELECT last_id FROM import_range WHERE what = '${table}')`),
    ...others,
  ];
  return `INSERT INTO id_counter (table_name, span, last) VALUES ('${table}', ${OURS}, max(${known.map((number) => `coalesce(${number}, 0)`).join(', ')}))`;
};
const record = (table: string): string =>
  counter(
    table,
    highest('record_id', `(SELECT record_id FROM import_record WHERE what = '${table}')`),
    logged(table),
  );

/** An end was a moment that a desk's clock wrote when the day came; it is the day itself now. */
const endedBy = (table: string): string =>
  `UPDATE ${table} SET until_date = date(ended_at / 1000, 'unixepoch', 'localtime') WHERE ended_at <> 0 AND until_date IS NULL`;
const ENDING = ['lease', 'space', 'renovation'] as const;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  // --- what is this desk's alone: its number, and the day for which the columns of the lists are true
  `CREATE TABLE local_state (
     id INTEGER PRIMARY KEY CHECK (id = 1), desk INTEGER NOT NULL CHECK (desk BETWEEN 0 AND 65535), day TEXT NOT NULL) STRICT`,
  `INSERT INTO local_state (id, desk, day) VALUES (1, 0, date('now', 'localtime'))`,
  // `span`: how many numbers a desk has; `last`: the number that was given last, desk · span + counter.
  `CREATE TABLE id_counter (
     table_name TEXT PRIMARY KEY, span INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last BETWEEN 0 AND ${2 ** 48 - 1})) STRICT, WITHOUT ROWID`,
  counter('room', highest('room_id', 'import_room'), highest('room_id', 'counter_note'), logged('room')),
  counter(
    'person',
    highest('person_id', 'log_entry'),
    highest('person_id', 'merge_run'),
    highest('other_id', 'merge_run'),
    highest('gone_id', 'merged_person'),
    highest('into_id', 'merged_person'),
  ),
  ...['occupancy', 'lease', 'vehicle', 'space', 'renovation', 'pet', 'notice'].map(record),
  counter('counter_note'),
  counter('seal_batch'),
  counter('sealed_value', highest('old_id', 'import_replaced'), highest('new_id', 'import_replaced')),
  counter('import_run', logged('import')),
  counter('merge_run'),
  `INSERT INTO id_counter (table_name, span, last) VALUES ('log_segment', 65536,
     coalesce((SELECT max(id) FROM log_segment WHERE id < 65536), 0))`,

  // --- ends: over is what has an end that is not after the day of whoever asks
  ...['list_room_added', 'list_room_moved', 'list_room_left', 'list_room_renamed'].map(
    (name) => `DROP TRIGGER ${name}`,
  ),
  ...['occupancy', ...ENDING].map(endedBy),
  'ALTER TABLE occupancy RENAME TO occupancy_before',
  `CREATE TABLE occupancy (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
     relation TEXT NOT NULL, share TEXT, from_date TEXT, until_date TEXT, ordinal INTEGER, import_id INTEGER) STRICT`,
  `INSERT INTO occupancy (id, person_id, room_id, relation, share, from_date, until_date, ordinal, import_id)
   SELECT id, person_id, room_id, relation, share, from_date, until_date, ordinal, import_id FROM occupancy_before`,
  'DROP TABLE occupancy_before',
  // All that a list needs of a room's people.
  'CREATE INDEX occupancy_room ON occupancy (room_id, person_id, relation, until_date)',
  'CREATE INDEX occupancy_person ON occupancy (person_id, room_id, relation)',
  'CREATE UNIQUE INDEX occupancy_place ON occupancy (person_id, ordinal) WHERE ordinal IS NOT NULL',
  'CREATE UNIQUE INDEX occupancy_open ON occupancy (person_id, room_id, relation) WHERE until_date IS NULL',
  'CREATE INDEX occupancy_ending ON occupancy (until_date) WHERE until_date IS NOT NULL',
  ...ENDING.flatMap((table) => [`DROP INDEX ${table}_ending`, `ALTER TABLE ${table} DROP COLUMN ended_at`]),
  // What is kept for an undo goes back into columns that there are.
  `UPDATE merge_row SET before = json_remove(before, '$.ended_at'), after = json_remove(after, '$.ended_at')
   WHERE what IN ('occupancy', 'lease', 'space', 'renovation')`,
  `UPDATE import_record SET before = json_remove(before, '$.ended_at') WHERE what = 'space'`,

  // --- what a list shows of a room, until when
  'ALTER TABLE person ADD COLUMN list_until TEXT',
  ADDED_TRIGGERS.list_room_added,
  `CREATE TRIGGER list_room_moved AFTER UPDATE ON occupancy BEGIN ${roomOf('IN (OLD.person_id, NEW.person_id)')}; END`,
  `CREATE TRIGGER list_room_left AFTER DELETE ON occupancy BEGIN ${roomOf('= OLD.person_id')}; END`,
  `CREATE TRIGGER list_room_renamed AFTER UPDATE OF label ON room BEGIN ${roomOf('IN (SELECT person_id FROM occupancy WHERE room_id = NEW.id)')}; END`,
  `${roomOf('IN (SELECT person_id FROM occupancy WHERE until_date IS NOT NULL)')}`,

  // --- the words of a note are sealed to its room: neither that number nor the row that has it goes while they are there
  `CREATE TRIGGER room_note_bound BEFORE UPDATE OF id, room_id ON counter_note
     WHEN (NEW.room_id IS NOT OLD.room_id OR NEW.id IS NOT OLD.id) AND EXISTS (SELECT 1 FROM room_note WHERE note_id = OLD.id)
     BEGIN SELECT RAISE(ABORT, 'the words of a note are bound to its room'); END`,
];
