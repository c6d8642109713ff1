/** What was done at the counter, and each breaking of the glass until a supervisor has acknowledged it. */
export const id = 70;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  // The words of a note are the sealed value `note` at `ordinal` of its person; a note of a room alone has none.
  `CREATE TABLE counter_note (
     id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER REFERENCES room (id) ON DELETE SET NULL,
     ordinal INTEGER, task TEXT NOT NULL, outcome TEXT NOT NULL, staff_id TEXT NOT NULL, at INTEGER NOT NULL,
     UNIQUE (person_id, ordinal), CHECK (ordinal IS NULL OR person_id IS NOT NULL)) STRICT`,
  `CREATE INDEX counter_note_person ON counter_note (person_id, id)`,
  `CREATE INDEX counter_note_room ON counter_note (room_id, id)`,
  // Who, whom, what and why stand in the log alone: the entries from first_seq on, and seen_seq for the acknowledgment.
  `CREATE TABLE break_glass (first_seq INTEGER PRIMARY KEY, entries INTEGER NOT NULL, seen_seq INTEGER) STRICT`,
  `CREATE INDEX break_glass_open ON break_glass (first_seq) WHERE seen_seq IS NULL`,
];
