/**
 * What each import did, so that it can be undone: whose rows are whose by the number of their import, how changed rows were
 * before, which sealed values gave way. Sealed values stay where they are, sealed; nothing of them is copied here.
 */
export const id = 40;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  'ALTER TABLE room ADD COLUMN import_id INTEGER',
  'ALTER TABLE occupancy ADD COLUMN import_id INTEGER',
  'ALTER TABLE vehicle ADD COLUMN import_id INTEGER',
  'ALTER TABLE seal_batch ADD COLUMN import_id INTEGER',

  // Counts the changes of a room, whoever makes them, as `version` does for a person.
  'ALTER TABLE room ADD COLUMN revision INTEGER NOT NULL DEFAULT 0',
  `CREATE TRIGGER room_revised AFTER UPDATE ON room WHEN NEW.revision = OLD.revision BEGIN UPDATE room SET revision = OLD.revision + 1 WHERE id = NEW.id; END`,

  // `journal` is 0 for imports from before there was one, which cannot be undone.
  'ALTER TABLE import_run ADD COLUMN journal INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE import_run ADD COLUMN cosigner_id TEXT',
  'ALTER TABLE import_run ADD COLUMN same INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE import_run ADD COLUMN undone_at INTEGER',
  'ALTER TABLE import_run ADD COLUMN undone_by TEXT',
  // Where the rows that an import added lie: ids are given out in one go.
  `CREATE TABLE import_range (
     import_id INTEGER NOT NULL REFERENCES import_run (id), what TEXT NOT NULL, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL,
     PRIMARY KEY (import_id, what)) STRICT, WITHOUT ROWID`,
  // Rows that were there and changed: all their columns before, as JSON, and the version or revision that they had afterwards.
  `CREATE TABLE import_person (
     import_id INTEGER NOT NULL REFERENCES import_run (id), person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, before TEXT NOT NULL,
     version INTEGER NOT NULL, PRIMARY KEY (import_id, person_id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX import_person_person ON import_person (person_id)',
  `CREATE TABLE import_room (
     import_id INTEGER NOT NULL REFERENCES import_run (id), room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE, before TEXT NOT NULL,
     revision INTEGER NOT NULL, PRIMARY KEY (import_id, room_id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX import_room_room ON import_room (room_id)',
  // Values that gave way to others. Without a reference: that the old one is gone for good after thirty days has to be seen.
  `CREATE TABLE import_replaced (
     import_id INTEGER NOT NULL REFERENCES import_run (id), old_id INTEGER NOT NULL, new_id INTEGER NOT NULL, tagged INTEGER NOT NULL,
     PRIMARY KEY (import_id, old_id)) STRICT, WITHOUT ROWID`,

  // How columns were mapped, by a hash of their headers: nothing of any row.
  `CREATE TABLE import_layout (hash BLOB PRIMARY KEY, targets TEXT NOT NULL, used_at INTEGER NOT NULL) STRICT, WITHOUT ROWID`,

  // What goes with a person or a room is found without reading everybody's.
  'CREATE INDEX sealed_value_person ON sealed_value (person_id)',
  'CREATE INDEX room_key_room ON room_key (room_id)',
];
