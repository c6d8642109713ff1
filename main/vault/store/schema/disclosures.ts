/** The register of files that left the house: what was in them, whom they were for, by when they are to be deleted, and how that ended. No value, no password. */
import { ROWS, defineSchema } from './feature-schema.ts';

export const disclosuresSchema = defineSchema({
  statements: [
    `CREATE TABLE disclosure (
       id INTEGER PRIMARY KEY, kind TEXT NOT NULL, format TEXT NOT NULL, person_id INTEGER, scope TEXT NOT NULL, people INTEGER NOT NULL,
       recipient TEXT NOT NULL, copy_to TEXT, officer TEXT NOT NULL, document TEXT NOT NULL, purpose TEXT NOT NULL,
       made_at INTEGER NOT NULL, made_by TEXT NOT NULL, made_with TEXT, due_on TEXT, state TEXT NOT NULL,
       recalled_at INTEGER, ended_at INTEGER, ended_by TEXT, ended_how TEXT, sha256 TEXT NOT NULL, version INTEGER NOT NULL) STRICT`,
    `CREATE INDEX disclosure_out ON disclosure (due_on) WHERE due_on IS NOT NULL AND state IN ('writing', 'given', 'recalled')`,
    'CREATE INDEX disclosure_made ON disclosure (made_at)',
  ],
  tables: {
    disclosure: {
      desks: 'free',
      lost: 'disclosures',
      meets: {},
      ...ROWS,
      columns: {
        nobody:
          'id, kind, format, scope, people, made_at, due_on, state, recalled_at, ended_at, ended_how, sha256, version',
        staff: 'made_by, made_with, ended_by',
        person: 'person_id',
        personal: { words: 'recipient, copy_to, officer, document, purpose' },
      },
      ofPeople: {
        kept: 'register',
        erased: { stays: 'what was given to whom stays to be shown and recalled; whose it was is a number' },
        merged: 'history',
      },
      shown: { transfer: 'stays', inventory: ['officer'] },
    },
  },
});
