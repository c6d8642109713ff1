/** Sealed attachments: what they show and when, in clear within the store; their content in pieces under a key of its own, which is sealed to a tier. */
import { defineSchema } from './feature-schema.ts';

export const attachmentsSchema = defineSchema({
  statements: [
    // `ciphertext`: the content's key, as a value of its batch.
    `CREATE TABLE attachment (
       id INTEGER PRIMARY KEY, name TEXT NOT NULL, media TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, shows_on TEXT NOT NULL,
       added_at INTEGER NOT NULL, added_by TEXT NOT NULL, tier TEXT NOT NULL, batch_id INTEGER NOT NULL REFERENCES seal_batch (id),
       n INTEGER NOT NULL, ciphertext BLOB NOT NULL) STRICT`,
    'CREATE INDEX attachment_batch ON attachment (batch_id)',
    `CREATE TABLE attachment_piece (
       attachment_id INTEGER NOT NULL REFERENCES attachment (id) ON DELETE CASCADE, piece INTEGER NOT NULL, sealed BLOB NOT NULL,
       PRIMARY KEY (attachment_id, piece)) STRICT, WITHOUT ROWID`,
  ],
  tables: {
    attachment: { desks: 'replicated', numbered: 'rows' },
    attachment_piece: { desks: 'replicated' },
  },
});
