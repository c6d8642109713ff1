/** The register of paper: the booklets that there were, the copies that were printed, who keeps each, and how it ended; and photos of it. */
import { NOWHERE, STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const paperRegisterSchema = defineSchema({
  statements: [
    `CREATE TABLE paper (
       id INTEGER PRIMARY KEY, sort TEXT NOT NULL, title TEXT NOT NULL, pages INTEGER, found_at TEXT NOT NULL, custodian_id TEXT NOT NULL,
       place TEXT NOT NULL, due_on TEXT, state TEXT NOT NULL, taken_in_at INTEGER NOT NULL, taken_in_by TEXT NOT NULL,
       counted_at INTEGER, counted_there INTEGER, ended_at INTEGER, ended_by TEXT, witness_id TEXT, ended_how TEXT, version INTEGER NOT NULL) STRICT`,
    `CREATE INDEX paper_here ON paper (due_on) WHERE state <> 'destroyed'`,
    `CREATE INDEX paper_destroyed ON paper (ended_at) WHERE state = 'destroyed'`,
    `CREATE TABLE paper_photo (
       attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id), paper_id INTEGER NOT NULL REFERENCES paper (id)) STRICT`,
    'CREATE INDEX paper_photo_of ON paper_photo (paper_id)',
    // That there is no paper is stated in the log, and ended by the next entry of paper.
    `CREATE INDEX log_entry_paper_none ON log_entry (seq) WHERE action = 'paper-none'`,
    `CREATE INDEX log_entry_paper_entered ON log_entry (seq) WHERE action IN ('paper-in', 'print')`,
  ],
  tables: {
    paper: {
      desks: 'free',
      lost: 'papers',
      meets: {},
      ...STAFF_REGISTER,
      columns: {
        nobody:
          'id, sort, pages, due_on, state, taken_in_at, counted_at, counted_there, ended_at, ended_how, version',
        staff: 'custodian_id, taken_in_by, ended_by, witness_id',
        personal: { words: 'title, found_at, place' },
      },
    },
    paper_photo: {
      desks: 'free',
      lost: 'papers',
      meets: { attachment_id: 'first' },
      columns: { rows: { attachment_id: 'attachment', paper_id: 'paper' } },
      shown: NOWHERE,
    },
  },
});
