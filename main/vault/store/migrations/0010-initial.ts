/** The first store: rooms, people and their sealed values, rosters and keys, the log. Never edited after release. */
export const id = 10;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  // What the store says of itself; compared with header and anchor at unlock.
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID`,

  // --- keys: the signed roster, slots as the store knows them, tier public keys, grants (docs/keys.md)
  `CREATE TABLE roster_entry (
     n INTEGER PRIMARY KEY, prev_hash BLOB NOT NULL, body BLOB NOT NULL, signatures TEXT NOT NULL, hash BLOB NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE key_slot (
     slot_id TEXT NOT NULL, generation INTEGER NOT NULL, staff_id TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('pending', 'current')),
     digest BLOB NOT NULL, PRIMARY KEY (slot_id, generation)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE tier_key (
     tier TEXT NOT NULL, epoch INTEGER NOT NULL, public_key BLOB NOT NULL, signatures TEXT NOT NULL, created_at INTEGER NOT NULL,
     PRIMARY KEY (tier, epoch)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE tier_grant (
     tier TEXT NOT NULL, epoch INTEGER NOT NULL, staff_id TEXT NOT NULL, generation INTEGER NOT NULL, sealed BLOB NOT NULL,
     PRIMARY KEY (tier, epoch, staff_id, generation)) STRICT, WITHOUT ROWID`,

  // --- rooms
  `CREATE TABLE room (
     id INTEGER PRIMARY KEY, estate TEXT NOT NULL DEFAULT '', building TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '', room TEXT NOT NULL,
     label TEXT NOT NULL, canonical TEXT NOT NULL UNIQUE,
     floor TEXT, layout TEXT, area REAL, status TEXT) STRICT`,
  // Every notation by which a room may be typed, normalised: 3-2-1801, 3-1801, 1801, …
  `CREATE TABLE room_key (key TEXT NOT NULL, room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE, PRIMARY KEY (key, room_id)) STRICT, WITHOUT ROWID`,

  // --- people: what an unlocked session reads
  `CREATE TABLE person (
     id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, kind TEXT NOT NULL, name TEXT NOT NULL, sex TEXT NOT NULL DEFAULT 'unknown',
     id_type TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, import_id INTEGER REFERENCES import_run (id)) STRICT`,
  `CREATE INDEX person_name ON person (name)`,
  // Pinyin forms of the name: initials and full, every reading; latin words in lower case.
  `CREATE TABLE name_key (key TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, PRIMARY KEY (key, person_id)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX name_key_person ON name_key (person_id)`,
  `CREATE TABLE occupancy (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER NOT NULL REFERENCES room (id),
     relation TEXT NOT NULL, from_date TEXT, until_date TEXT, UNIQUE (person_id, room_id, relation)) STRICT`,
  `CREATE INDEX occupancy_room ON occupancy (room_id)`,
  `CREATE TABLE vehicle (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
     plate TEXT NOT NULL, UNIQUE (person_id, ordinal)) STRICT`,
  // Every suffix of a plate worth typing: 桂M12345, M12345, 12345, 2345.
  `CREATE TABLE plate_key (key TEXT NOT NULL, vehicle_id INTEGER NOT NULL REFERENCES vehicle (id) ON DELETE CASCADE, PRIMARY KEY (key, vehicle_id)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX plate_key_vehicle ON plate_key (vehicle_id)`,

  // --- sealed values: one HPKE context a batch; a row is the n-th message of its batch
  `CREATE TABLE seal_batch (id INTEGER PRIMARY KEY, tier TEXT NOT NULL, epoch INTEGER NOT NULL, nonce BLOB NOT NULL, enc BLOB NOT NULL) STRICT`,
  `CREATE TABLE sealed_value (
     id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, field TEXT NOT NULL, ordinal INTEGER NOT NULL,
     tier TEXT NOT NULL, batch_id INTEGER NOT NULL REFERENCES seal_batch (id), n INTEGER NOT NULL, ciphertext BLOB NOT NULL,
     mask TEXT NOT NULL, valid INTEGER NOT NULL, created_at INTEGER NOT NULL, replaced_at INTEGER) STRICT`,
  `CREATE UNIQUE INDEX sealed_value_current ON sealed_value (person_id, field, ordinal) WHERE replaced_at IS NULL`,
  `CREATE INDEX sealed_value_batch ON sealed_value (batch_id)`,
  // Replaced values stay sealed for 30 days, then go.
  `CREATE INDEX sealed_value_replaced ON sealed_value (replaced_at) WHERE replaced_at IS NOT NULL`,
  // Phones by what their mask shows: the last four digits, and the mask itself (138****1234). Nothing of the hidden part.
  `CREATE TABLE phone_key (key TEXT NOT NULL, value_id INTEGER NOT NULL REFERENCES sealed_value (id) ON DELETE CASCADE, PRIMARY KEY (key, value_id)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX phone_key_value ON phone_key (value_id)`,
  // Equal values by a tag under a key that only a PIN opens.
  `CREATE TABLE match_tag (
     tag BLOB NOT NULL, tier TEXT NOT NULL, epoch INTEGER NOT NULL, value_id INTEGER NOT NULL REFERENCES sealed_value (id) ON DELETE CASCADE,
     PRIMARY KEY (tag, value_id)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX match_tag_value ON match_tag (value_id)`,

  // --- imports
  `CREATE TABLE import_run (
     id INTEGER PRIMARY KEY, at INTEGER NOT NULL, staff_id TEXT NOT NULL, file_name TEXT NOT NULL, row_count INTEGER NOT NULL,
     created INTEGER NOT NULL, changed INTEGER NOT NULL, rejected INTEGER NOT NULL) STRICT`,

  // --- the log
  `CREATE TABLE log_segment (
     id INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL, sealed_first_key BLOB NOT NULL, started_at INTEGER NOT NULL, why TEXT NOT NULL) STRICT`,
  `CREATE TABLE log_entry (
     seq INTEGER PRIMARY KEY, segment_id INTEGER NOT NULL REFERENCES log_segment (id), time INTEGER NOT NULL, staff_id TEXT NOT NULL, cosigner_id TEXT,
     action TEXT NOT NULL, person_id INTEGER, field TEXT, reason TEXT, ticket TEXT, outcome TEXT NOT NULL, detail TEXT,
     prev_hash BLOB NOT NULL, hash BLOB NOT NULL, tag BLOB NOT NULL) STRICT`,
  `CREATE INDEX log_entry_person ON log_entry (person_id) WHERE person_id IS NOT NULL`,
  `CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry BEGIN SELECT RAISE(ABORT, 'log entries are never changed'); END`,
  `CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry BEGIN SELECT RAISE(ABORT, 'log entries are never deleted'); END`,
];
