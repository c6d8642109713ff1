/** Forms of the law that are filled in: the edition of the form as it was answered, and the answers, so that they stay readable when the form is replaced. */
import { NOWHERE, STAFF_REGISTER, STAFF_WORDS, defineSchema } from './feature-schema.ts';

export const formsSchema = defineSchema({
  statements: [
    // `content`: the data file of the edition as JSON; `edition`: the SHA-256 of that. Editions of other data files lie here too.
    'CREATE TABLE form_edition (edition TEXT PRIMARY KEY, form TEXT NOT NULL, content TEXT NOT NULL) STRICT, WITHOUT ROWID',
    `CREATE TABLE form_fill (
       id INTEGER PRIMARY KEY, form TEXT NOT NULL, edition TEXT NOT NULL REFERENCES form_edition (edition), state TEXT NOT NULL, subject TEXT NOT NULL,
       remark TEXT NOT NULL, begun_at INTEGER NOT NULL, begun_by TEXT NOT NULL, saved_at INTEGER NOT NULL, finished_at INTEGER, finished_by TEXT,
       due_on TEXT, content_sha256 TEXT, version INTEGER NOT NULL) STRICT`,
    'CREATE INDEX form_fill_of ON form_fill (form, finished_at)',
    `CREATE UNIQUE INDEX form_fill_draft ON form_fill (form) WHERE state = 'draft'`,
    `CREATE TABLE form_answer (
       fill_id INTEGER NOT NULL REFERENCES form_fill (id) ON DELETE CASCADE, item TEXT NOT NULL, choice TEXT, words TEXT NOT NULL,
       answered_at INTEGER NOT NULL, rectification_id INTEGER REFERENCES rectification (id), PRIMARY KEY (fill_id, item)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE form_evidence (
       attachment_id INTEGER NOT NULL REFERENCES attachment (id), fill_id INTEGER NOT NULL REFERENCES form_fill (id), item TEXT NOT NULL,
       PRIMARY KEY (attachment_id, fill_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX form_evidence_of ON form_evidence (fill_id)',
  ],
  tables: {
    form_edition: {
      desks: 'free',
      lost: 'forms',
      meets: { edition: 'same' },
      unsaid: '+',
      columns: { nobody: 'edition, form, content' },
      shown: NOWHERE,
    },
    form_fill: {
      desks: 'coordinated',
      unsaid: '+~',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, form, state, begun_at, saved_at, finished_at, due_on, content_sha256, version',
        staff: 'begun_by, finished_by',
        rows: { edition: 'form_edition' },
        personal: { words: 'subject, remark' },
      },
    },
    form_answer: {
      desks: 'free',
      lost: 'forms',
      meets: { 'fill_id, item': 'first' },
      unsaid: '+~-',
      ...STAFF_WORDS,
      columns: {
        nobody: 'item, choice, answered_at',
        rows: { fill_id: 'form_fill', rectification_id: 'rectification' },
        personal: { words: 'words' },
      },
    },
    form_evidence: {
      desks: 'free',
      lost: 'forms',
      meets: { 'attachment_id, fill_id': 'first' },
      columns: { nobody: 'item', rows: { attachment_id: 'attachment', fill_id: 'form_fill' } },
      shown: NOWHERE,
    },
  },
});
