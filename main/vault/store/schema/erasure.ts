/** Deleting people for good: each time it was done with what was found afterwards, whom it took by their numbers alone, and who may not be deleted meanwhile. */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const erasureSchema = defineSchema({
  statements: [
    // `rows`: how many of each table went, as JSON. What was found is null until somebody has looked.
    `CREATE TABLE erasure (
       id INTEGER PRIMARY KEY, cause TEXT NOT NULL, basis TEXT NOT NULL, people INTEGER NOT NULL, held INTEGER NOT NULL, rows TEXT NOT NULL,
       begun_at INTEGER NOT NULL, done_at INTEGER NOT NULL, made_by TEXT NOT NULL, made_with TEXT, checked_at INTEGER, pages INTEGER,
       searched INTEGER, found INTEGER, wal_bytes INTEGER, rewritten INTEGER, head_seq INTEGER, head_hash TEXT) STRICT`,
    'CREATE INDEX erasure_done ON erasure (done_at)',
    'CREATE TABLE erased_person (person_id INTEGER PRIMARY KEY, erasure_id INTEGER NOT NULL REFERENCES erasure (id)) STRICT',
    'CREATE INDEX erased_person_erasure ON erased_person (erasure_id)',
    // Without a reference: whoever is merged into another stays held by the number of before.
    `CREATE TABLE hold (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL, until_date TEXT, begun_at INTEGER NOT NULL,
       begun_by TEXT NOT NULL, ended_at INTEGER, ended_by TEXT) STRICT`,
    'CREATE INDEX hold_person ON hold (person_id) WHERE ended_at IS NULL',
    `CREATE INDEX log_entry_hold ON log_entry (seq) WHERE action IN ('hold', 'hold-end')`,
    `CREATE INDEX log_entry_erase ON log_entry (seq) WHERE action = 'erase'`,
    // Who was deleted after a backup was made that was restored, as certificates and the second place of the log say. Without a reference: the number may be
    // of somebody whom the restored store does not have, or not yet.
    `CREATE TABLE recalled_person (
       person_id INTEGER PRIMARY KEY, origin TEXT NOT NULL, at INTEGER NOT NULL, staff_id TEXT NOT NULL) STRICT`,
  ],
  tables: {
    erasure: {
      desks: 'coordinated',
      unsaid: '~',
      ...ROWS,
      columns: {
        nobody:
          'id, cause, basis, people, held, rows, begun_at, done_at, checked_at, pages, searched, found, wal_bytes, rewritten, head_hash',
        staff: 'made_by, made_with',
        rows: { head_seq: 'log_entry' },
      },
      shown: NOWHERE,
    },
    erased_person: {
      desks: 'coordinated',
      columns: { rows: { erasure_id: 'erasure' }, person: 'person_id' },
      ofPeople: {
        kept: 'register',
        erased: { stays: 'numbers alone, so that a restore does not undo a deletion' },
        merged: 'history',
      },
      shown: NOWHERE,
    },
    hold: {
      desks: 'coordinated',
      ...ROWS,
      columns: {
        nobody: 'id, kind, until_date, begun_at, ended_at',
        staff: 'begun_by, ended_by',
        person: 'person_id',
        personal: { words: 'words' },
      },
      ofPeople: {
        kept: 'register',
        erased: { stays: 'why somebody could not be deleted, by their number' },
        merged: 'history',
      },
      shown: NOWHERE,
    },
    recalled_person: {
      desks: 'coordinated',
      columns: { nobody: 'origin, at', staff: 'staff_id', person: 'person_id' },
      ofPeople: { kept: 'register', erased: 'by-number', merged: 'history' },
      shown: NOWHERE,
    },
  },
});
