/** The words of a note that is about a room and nobody, sealed to the room and the note. */
export const id = 100;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE TABLE room_note (
     note_id INTEGER PRIMARY KEY REFERENCES counter_note (id) ON DELETE CASCADE, tier TEXT NOT NULL, batch_id INTEGER NOT NULL REFERENCES seal_batch (id),
     n INTEGER NOT NULL, ciphertext BLOB NOT NULL) STRICT`,
  'CREATE INDEX room_note_batch ON room_note (batch_id)',
];
