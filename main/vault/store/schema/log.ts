/** The log. What a feature finds in it without reading all of it, it finds by an index of its own. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const logSchema = defineSchema({
  statements: [
    // `sheet_generation`: of the recovery sheet that the first key is sealed to; after a new sheet the log goes on in a segment that it can check.
    `CREATE TABLE log_segment (
       id INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL, sealed_first_key BLOB NOT NULL, started_at INTEGER NOT NULL, why TEXT NOT NULL,
       sheet_generation INTEGER NOT NULL DEFAULT 1) STRICT`,
    // `signature`: of those whose PINs the entry took (log/signatures.ts).
    `CREATE TABLE log_entry (
       seq INTEGER PRIMARY KEY, segment_id INTEGER NOT NULL REFERENCES log_segment (id), time INTEGER NOT NULL, staff_id TEXT NOT NULL, cosigner_id TEXT,
       action TEXT NOT NULL, person_id INTEGER, field TEXT, reason TEXT, ticket TEXT, outcome TEXT NOT NULL, detail TEXT,
       prev_hash BLOB NOT NULL, hash BLOB NOT NULL, tag BLOB NOT NULL, signature BLOB) STRICT`,
    `CREATE INDEX log_entry_person ON log_entry (person_id) WHERE person_id IS NOT NULL`,
    `CREATE INDEX log_entry_log_export ON log_entry (seq) WHERE action = 'log-export'`,
    `CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry BEGIN SELECT RAISE(ABORT, 'log entries are never changed'); END`,
    `CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry BEGIN SELECT RAISE(ABORT, 'log entries are never deleted'); END`,
  ],
  tables: {
    log_segment: {
      desks: 'own',
      numbered: 'segments',
      columns: { nobody: 'id, first_seq, sealed_first_key, started_at, why, sheet_generation' },
      shown: NOWHERE,
    },
    log_entry: {
      desks: 'own',
      columns: {
        nobody: 'seq, time, action, field, outcome, prev_hash, hash, tag, signature',
        staff: 'staff_id, cosigner_id',
        rows: { segment_id: 'log_segment' },
        person: 'person_id',
        personal: { words: 'reason, ticket, detail' },
      },
      ofPeople: {
        kept: 'log',
        erased: {
          stays: 'each entry is in the hash of the next; it has numbers of people and no value of theirs',
        },
        merged: 'history',
      },
      shown: NOWHERE,
    },
  },
});
