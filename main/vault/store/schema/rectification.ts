/** Rectification items, how each came about and its state before and after; and the notices of an authority that ask for it. No value of a resident's. */
import { NOWHERE, STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const rectificationSchema = defineSchema({
  statements: [
    `CREATE TABLE police_notice (
       id INTEGER PRIMARY KEY, number TEXT NOT NULL, authority TEXT NOT NULL, received_on TEXT NOT NULL, due_on TEXT NOT NULL,
       added_at INTEGER NOT NULL, added_by TEXT NOT NULL, answered_at INTEGER, answered_by TEXT, answer_sha256 TEXT, version INTEGER NOT NULL) STRICT`,
    // `source_ref`: what of its source it is about, so that it is taken in once.
    `CREATE TABLE rectification (
       id INTEGER PRIMARY KEY, source TEXT NOT NULL, source_ref TEXT NOT NULL, notice_id INTEGER REFERENCES police_notice (id), title TEXT NOT NULL,
       words TEXT NOT NULL, who TEXT NOT NULL, due_on TEXT, state TEXT NOT NULL, opened_at INTEGER NOT NULL, opened_by TEXT NOT NULL,
       done_on TEXT, done_words TEXT NOT NULL, version INTEGER NOT NULL) STRICT`,
    `CREATE INDEX rectification_open ON rectification (due_on) WHERE state = 'open'`,
    `CREATE INDEX rectification_source ON rectification (source, source_ref) WHERE state = 'open'`,
    'CREATE INDEX rectification_notice ON rectification (notice_id) WHERE notice_id IS NOT NULL',
    `CREATE TABLE rectification_step (
       id INTEGER PRIMARY KEY, rectification_id INTEGER NOT NULL REFERENCES rectification (id), at INTEGER NOT NULL, staff_id TEXT NOT NULL,
       what TEXT NOT NULL, words TEXT NOT NULL) STRICT`,
    'CREATE INDEX rectification_step_of ON rectification_step (rectification_id)',
    `CREATE TABLE rectification_evidence (
       attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id), rectification_id INTEGER NOT NULL REFERENCES rectification (id),
       side TEXT NOT NULL) STRICT`,
    'CREATE INDEX rectification_evidence_of ON rectification_evidence (rectification_id)',
  ],
  tables: {
    police_notice: {
      desks: 'coordinated',
      unsaid: '~',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, received_on, due_on, added_at, answered_at, answer_sha256, version',
        staff: 'added_by, answered_by',
        personal: { words: 'number, authority' },
      },
    },
    rectification: {
      desks: 'free',
      lost: 'rectification',
      meets: {},
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, source, source_ref, due_on, state, opened_at, done_on, version',
        staff: 'opened_by',
        rows: { notice_id: 'police_notice' },
        personal: { words: 'title, words, who, done_words' },
      },
    },
    rectification_step: {
      desks: 'free',
      lost: 'rectification',
      meets: {},
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, at, what',
        staff: 'staff_id',
        rows: { rectification_id: 'rectification' },
        personal: { words: 'words' },
      },
    },
    rectification_evidence: {
      desks: 'free',
      lost: 'rectification',
      meets: { attachment_id: 'first' },
      columns: { nobody: 'side', rows: { attachment_id: 'attachment', rectification_id: 'rectification' } },
      shown: NOWHERE,
    },
  },
});
