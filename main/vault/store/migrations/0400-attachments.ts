/** Sealed attachments: what they show and when, in clear within the store; their content in pieces under a key of its own, which is sealed to a tier. */
export const id = 400;

/** Kinds of its tables. */
export const tables = { attachment: 'replicated', attachment_piece: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['attachment'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. `ciphertext`: the content's key, as a value of its batch. */
export const statements: readonly string[] = [
  `CREATE TABLE attachment (
     id INTEGER PRIMARY KEY, name TEXT NOT NULL, media TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, shows_on TEXT NOT NULL,
     added_at INTEGER NOT NULL, added_by TEXT NOT NULL, tier TEXT NOT NULL, batch_id INTEGER NOT NULL REFERENCES seal_batch (id),
     n INTEGER NOT NULL, ciphertext BLOB NOT NULL) STRICT`,
  'CREATE INDEX attachment_batch ON attachment (batch_id)',
  `CREATE TABLE attachment_piece (
     attachment_id INTEGER NOT NULL REFERENCES attachment (id) ON DELETE CASCADE, piece INTEGER NOT NULL, sealed BLOB NOT NULL,
     PRIMARY KEY (attachment_id, piece)) STRICT, WITHOUT ROWID`,
  `INSERT INTO id_counter (table_name, span, last)
     SELECT 'attachment', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
];
