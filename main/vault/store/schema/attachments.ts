/** Sealed attachments: what they show and when, in clear within the store; their content in pieces under a key of its own, which is sealed to a tier. */
import { STAFF_REGISTER, STAFF_WORDS, defineSchema } from './feature-schema.ts';

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
    attachment: {
      desks: 'free',
      lost: 'attachments',
      meets: {},
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, media, bytes, sha256, shows_on, added_at, tier, n',
        staff: 'added_by',
        rows: { batch_id: 'seal_batch' },
        personal: { words: 'name', sealed: 'ciphertext' },
      },
      shown: { transfer: 'stays', inventory: ['attachment'] },
    },
    attachment_piece: {
      desks: 'free',
      lost: null,
      meets: { 'attachment_id, piece': 'apart' },
      ...STAFF_WORDS,
      columns: { nobody: 'piece', rows: { attachment_id: 'attachment' }, personal: { sealed: 'sealed' } },
    },
  },
});
