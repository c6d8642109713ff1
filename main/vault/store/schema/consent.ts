/**
 * Notice and consent: by which way somebody was told, who has consented, what follows from a withdrawal; versions of the notice; and notices that were posted,
 * whose rows are taken back together.
 */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const consentSchema = defineSchema({
  statements: [
    `CREATE TABLE notice (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, purpose TEXT NOT NULL, basis TEXT NOT NULL,
       notice_version TEXT, given_on TEXT, consented_on TEXT, withdrawn_on TEXT, way TEXT, consenter TEXT, follows TEXT, posting_id INTEGER) STRICT`,
    'CREATE INDEX notice_posted ON notice (posting_id) WHERE posting_id IS NOT NULL',
    // Whether somebody was told by the version in force is asked of everybody: it is answered by the index alone.
    'CREATE INDEX notice_person ON notice (person_id, notice_version, given_on, purpose)',
    'CREATE TABLE notice_version (id INTEGER PRIMARY KEY, version TEXT NOT NULL, set_at INTEGER NOT NULL, set_by TEXT NOT NULL) STRICT',
    `CREATE TABLE notice_posting (
       id INTEGER PRIMARY KEY, estate TEXT NOT NULL, building TEXT, unit TEXT, notice_version TEXT NOT NULL, posted_on TEXT NOT NULL,
       people INTEGER NOT NULL, made_at INTEGER NOT NULL, made_by TEXT NOT NULL) STRICT`,
    // When somebody last looked for people under fourteen without a guardian, and how many there were.
    'CREATE TABLE guardian_look (id INTEGER PRIMARY KEY CHECK (id = 1), looked_at INTEGER NOT NULL, found INTEGER NOT NULL) STRICT',
  ],
  tables: {
    notice: {
      desks: 'free',
      lost: 'notice',
      meets: {},
      ...ROWS,
      columns: {
        nobody: 'id',
        rows: { posting_id: 'notice_posting' },
        person: 'person_id',
        personal: {
          detail:
            'purpose, basis, notice_version, given_on, consented_on, withdrawn_on, way, consenter, follows',
        },
      },
      ofPeople: { kept: 'person', erased: 'cascade', merged: 'moved' },
      shown: { transfer: 'stays', inventory: ['record-notice'] },
    },
    notice_version: {
      desks: 'coordinated',
      ...ROWS,
      columns: { nobody: 'id, version, set_at', staff: 'set_by' },
      shown: NOWHERE,
    },
    notice_posting: {
      desks: 'coordinated',
      ...ROWS,
      columns: {
        nobody: 'id, estate, building, unit, notice_version, posted_on, people, made_at',
        staff: 'made_by',
      },
      shown: NOWHERE,
    },
    guardian_look: {
      desks: 'free',
      lost: 'consent',
      meets: { id: 'later' },
      columns: { nobody: 'id, looked_at, found' },
      shown: NOWHERE,
    },
  },
});
