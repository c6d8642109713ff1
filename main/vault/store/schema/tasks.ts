/** Work done at the counter. Emergencies are read from the log. */
import { NOT_APPLYING, NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const tasksSchema = defineSchema({
  statements: [
    // The words of a note are the sealed value `note` at `ordinal` of its person; a note of a room alone has none.
    `CREATE TABLE counter_note (
       id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person (id) ON DELETE CASCADE, room_id INTEGER REFERENCES room (id) ON DELETE SET NULL,
       ordinal INTEGER, task TEXT NOT NULL, outcome TEXT NOT NULL, staff_id TEXT NOT NULL, at INTEGER NOT NULL,
       UNIQUE (person_id, ordinal), CHECK (ordinal IS NULL OR person_id IS NOT NULL)) STRICT`,
    'CREATE INDEX counter_note_person ON counter_note (person_id, id)',
    'CREATE INDEX counter_note_room ON counter_note (room_id, id)',
    'CREATE INDEX counter_note_at ON counter_note (at)',
    // The words of a note that is about a room and nobody, sealed to the room and the note: neither number goes while they are there. `sealed_to`: the number of
    // the room then; two desks may have added the room, and it has one of their numbers since.
    `CREATE TABLE room_note (
       note_id INTEGER PRIMARY KEY REFERENCES counter_note (id) ON DELETE CASCADE, tier TEXT NOT NULL, batch_id INTEGER NOT NULL REFERENCES seal_batch (id),
       n INTEGER NOT NULL, ciphertext BLOB NOT NULL, sealed_to INTEGER NOT NULL) STRICT`,
    'CREATE INDEX room_note_batch ON room_note (batch_id)',
    `CREATE TRIGGER room_note_bound BEFORE UPDATE OF id, room_id ON counter_note
       WHEN (NEW.room_id IS NOT OLD.room_id OR NEW.id IS NOT OLD.id) AND EXISTS (SELECT 1 FROM room_note WHERE note_id = OLD.id) AND ${NOT_APPLYING}
       BEGIN SELECT RAISE(ABORT, 'the words of a note are bound to its room'); END`,
    `CREATE INDEX log_entry_emergency ON log_entry (seq) WHERE action IN ('emergency-access', 'emergency-end', 'emergency-seen')`,
  ],
  tables: {
    counter_note: {
      desks: 'free',
      lost: 'note',
      meets: { 'person_id, ordinal': 'apart' },
      ...ROWS,
      columns: {
        nobody: 'id, ordinal, at',
        room: 'room_id',
        staff: 'staff_id',
        person: 'person_id',
        personal: { detail: 'task, outcome' },
      },
      ofPeople: { kept: 'note', erased: 'cascade', merged: 'moved' },
      shown: { ...NOWHERE, unseen: 'what came of a task; its words are sealed values, which are counted' },
    },
    room_note: {
      desks: 'free',
      lost: null,
      meets: { note_id: 'apart' },
      columns: {
        nobody: 'tier, n, sealed_to',
        rows: { note_id: 'counter_note', batch_id: 'seal_batch' },
        personal: { sealed: 'ciphertext' },
      },
      ofPeople: { kept: 'note', erased: 'cascade' },
      shown: { transfer: 'stays', inventory: ['note'] },
    },
  },
});
