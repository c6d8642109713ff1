/**
 * Journal of each import, so that it can be undone: whose rows are whose by the number of their import, how changed rows were before, which sealed values gave
 * way. Sealed values stay where they are, sealed; nothing of them is copied here.
 */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

/** Kept on the desk of the import until its undo is over; the deletion of anybody in it takes all of it. */
const UNDO_PART = {
  desks: 'local',
  ofPeople: { kept: 'undo', erased: 'with-import' },
  shown: NOWHERE,
} as const;

export const importSchema = defineSchema({
  statements: [
    // `journal` is 0 where nothing of the following is kept any more, so that it cannot be undone.
    `CREATE TABLE import_run (
       id INTEGER PRIMARY KEY, at INTEGER NOT NULL, staff_id TEXT NOT NULL, file_name TEXT NOT NULL, row_count INTEGER NOT NULL,
       created INTEGER NOT NULL, changed INTEGER NOT NULL, rejected INTEGER NOT NULL, journal INTEGER NOT NULL DEFAULT 0, cosigner_id TEXT,
       same INTEGER NOT NULL DEFAULT 0, undone_at INTEGER, undone_by TEXT) STRICT`,
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
    // Vehicles and spaces that an import changed, as they were.
    `CREATE TABLE import_record (
       import_id INTEGER NOT NULL REFERENCES import_run (id), what TEXT NOT NULL, record_id INTEGER NOT NULL,
       person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, before TEXT NOT NULL, PRIMARY KEY (import_id, what, record_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX import_record_person ON import_record (person_id)',
    // Values that gave way to others. Without a reference: that the old one is gone for good after thirty days has to be seen.
    `CREATE TABLE import_replaced (
       import_id INTEGER NOT NULL REFERENCES import_run (id), old_id INTEGER NOT NULL, new_id INTEGER NOT NULL, tagged INTEGER NOT NULL,
       PRIMARY KEY (import_id, old_id)) STRICT, WITHOUT ROWID`,
    // A digest of each kept row that goes with its owner and comes back with them: what is kept for an undo is held against the log.
    `CREATE TABLE import_digest (
       import_id INTEGER NOT NULL REFERENCES import_run (id), what TEXT NOT NULL, row_id INTEGER NOT NULL, owner_id INTEGER NOT NULL,
       digest TEXT NOT NULL, PRIMARY KEY (import_id, what, row_id)) STRICT, WITHOUT ROWID`,
    // How columns were mapped, by a hash of their headers: nothing of any row.
    `CREATE TABLE import_layout (hash BLOB PRIMARY KEY, targets TEXT NOT NULL, used_at INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
    // Cells that an import has flagged, until somebody has looked at each: where it stands in the workbook, why, and the room of its row.
    `CREATE TABLE import_flag (
       import_id INTEGER NOT NULL REFERENCES import_run (id), n INTEGER NOT NULL, sheet TEXT NOT NULL, row_at INTEGER NOT NULL, column_at INTEGER,
       why TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (import_id, n)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX import_flag_cell ON import_flag (row_at, sheet)',
    // What somebody has said of a file that is not imported yet, by a hash of its cells: targets of columns, places of sheets and answers by their rows, as JSON.
    `CREATE TABLE import_said (
       file BLOB NOT NULL, staff_id TEXT NOT NULL, said TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (file, staff_id)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX log_entry_import ON log_entry (seq) WHERE action = 'import'`,
    `CREATE INDEX log_entry_import_dispose ON log_entry (seq) WHERE action = 'import-dispose'`,
  ],
  tables: {
    import_run: {
      desks: 'coordinated',
      ...ROWS,
      columns: {
        nobody: 'id, at, row_count, created, changed, rejected, journal, same, undone_at',
        staff: 'staff_id, cosigner_id, undone_by',
        personal: { words: 'file_name' },
      },
      ofPeople: { kept: 'register', erased: { stays: 'the name of a file that was of everybody in it' } },
      shown: NOWHERE,
    },
    import_range: {
      ...UNDO_PART,
      columns: { nobody: 'what, first_id, last_id', rows: { import_id: 'import_run' } },
    },
    import_person: {
      ...UNDO_PART,
      columns: {
        nobody: 'version',
        rows: { import_id: 'import_run' },
        person: 'person_id',
        personal: { row: 'before' },
      },
      ofPeople: { ...UNDO_PART.ofPeople, merged: 'gone' },
    },
    import_room: {
      ...UNDO_PART,
      columns: { nobody: 'before, revision', room: 'room_id', rows: { import_id: 'import_run' } },
    },
    import_record: {
      ...UNDO_PART,
      columns: {
        nobody: 'what, record_id',
        rows: { import_id: 'import_run' },
        person: 'person_id',
        personal: { row: 'before' },
      },
      ofPeople: { ...UNDO_PART.ofPeople, merged: 'gone' },
    },
    import_replaced: {
      ...UNDO_PART,
      columns: {
        nobody: 'tagged',
        rows: { import_id: 'import_run', old_id: 'sealed_value', new_id: 'sealed_value' },
      },
    },
    // The owner is a person, or the room of a row of rooms.
    import_digest: {
      ...UNDO_PART,
      columns: { nobody: 'what, row_id, digest', rows: { import_id: 'import_run' }, person: 'owner_id' },
      ofPeople: { ...UNDO_PART.ofPeople, merged: 'history' },
    },
    import_flag: {
      desks: 'local',
      columns: {
        nobody: 'n, row_at, column_at, why, label',
        rows: { import_id: 'import_run' },
        personal: { words: 'sheet' },
      },
      ofPeople: { kept: 'register', erased: { stays: 'the name of a sheet, and cells by their places' } },
      shown: NOWHERE,
    },
    import_said: {
      desks: 'local',
      columns: { nobody: 'file, at', staff: 'staff_id', personal: { words: 'said' } },
      ofPeople: {
        kept: 'undo',
        erased: { stays: 'names of sheets and numbers of rows, for seven days at the longest' },
      },
      shown: NOWHERE,
    },
    import_layout: { desks: 'local', columns: { nobody: 'hash, targets, used_at' }, shown: NOWHERE },
  },
});
