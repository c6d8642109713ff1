/** Requests of individuals about their own information: what is asked, by whom, until when, and how it ended. No value, and no words of whoever asks. */
import { ROWS, defineSchema } from './feature-schema.ts';

export const requestsSchema = defineSchema({
  statements: [
    // `edition`: of the data file by which it was decided.
    `CREATE TABLE subject_request (
       id INTEGER PRIMARY KEY, what TEXT NOT NULL, fields TEXT NOT NULL, asker TEXT NOT NULL, way TEXT NOT NULL, person_id INTEGER NOT NULL,
       room TEXT NOT NULL, taken_at INTEGER NOT NULL, taken_by TEXT NOT NULL, taken_seq INTEGER NOT NULL, due_on TEXT NOT NULL,
       identity_seq INTEGER, state TEXT NOT NULL, ended_at INTEGER, ended_by TEXT, act TEXT, refusal TEXT, words TEXT NOT NULL,
       act_seq INTEGER, agent TEXT, agent_paper TEXT, authority_seq INTEGER, restricts INTEGER NOT NULL, letter_at INTEGER, version INTEGER NOT NULL, edition TEXT) STRICT`,
    `CREATE INDEX subject_request_open ON subject_request (due_on, id) WHERE state = 'open'`,
    `CREATE INDEX subject_request_ended ON subject_request (ended_at) WHERE state <> 'open'`,
    `CREATE INDEX subject_request_restricts ON subject_request (person_id) WHERE restricts = 1`,
    `CREATE INDEX log_entry_restrict ON log_entry (seq) WHERE action IN ('request-restrict', 'request-lift')`,
  ],
  tables: {
    subject_request: {
      desks: 'free',
      lost: 'requests',
      meets: {},
      unsaid: '~',
      ...ROWS,
      columns: {
        nobody:
          'id, what, fields, asker, way, taken_at, due_on, state, ended_at, act, refusal, agent_paper, restricts, letter_at, version, edition',
        staff: 'taken_by, ended_by',
        rows: {
          taken_seq: 'log_entry',
          identity_seq: 'log_entry',
          act_seq: 'log_entry',
          authority_seq: 'log_entry',
        },
        person: 'person_id',
        personal: { detail: 'room', words: 'words', name: 'agent' },
      },
      ofPeople: {
        kept: 'register',
        erased: { stays: 'that it was answered, and when, stays to be shown; whose it was is a number' },
        merged: 'history',
      },
      shown: { transfer: 'stays', inventory: ['agent'] },
    },
  },
});
