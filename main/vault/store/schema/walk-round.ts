/** Walk-rounds: the company's own places, and what was found at each. */
import { NOWHERE, ROWS, STAFF_REGISTER, STAFF_WORDS, defineSchema } from './feature-schema.ts';

export const walkRoundSchema = defineSchema({
  statements: [
    // A company's own places; those of the product are a data file.
    'CREATE TABLE walk_place (id INTEGER PRIMARY KEY, title TEXT NOT NULL, look TEXT NOT NULL, removed_at INTEGER) STRICT',
    // `edition`: of the data file that was gone by; editions lie beside those of forms.
    'CREATE TABLE walk_round (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, edition TEXT NOT NULL) STRICT',
    // A place as it was called then, whatever becomes of the list.
    `CREATE TABLE walk_result (
       walk_id INTEGER NOT NULL REFERENCES walk_round (id), ordinal INTEGER NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL, title_en TEXT NOT NULL,
       outcome TEXT NOT NULL, words TEXT NOT NULL, rectification_id INTEGER REFERENCES rectification (id),
       PRIMARY KEY (walk_id, ordinal)) STRICT, WITHOUT ROWID`,
    'CREATE TABLE walk_setting (id INTEGER PRIMARY KEY CHECK (id = 1), every_months INTEGER NOT NULL) STRICT',
    'INSERT INTO walk_setting (id, every_months) VALUES (1, 3)',
  ],
  tables: {
    walk_place: {
      desks: 'coordinated',
      ...STAFF_REGISTER,
      columns: { nobody: 'id, removed_at', personal: { words: 'title, look' } },
    },
    walk_round: {
      desks: 'free',
      lost: 'walks',
      meets: {},
      ...ROWS,
      columns: { nobody: 'id, at, edition', staff: 'by' },
      shown: NOWHERE,
    },
    walk_result: {
      desks: 'free',
      lost: 'walks',
      meets: { 'walk_id, ordinal': 'apart' },
      ...STAFF_WORDS,
      columns: {
        nobody: 'ordinal, ref, outcome',
        rows: { walk_id: 'walk_round', rectification_id: 'rectification' },
        personal: { words: 'title, title_en, words' },
      },
    },
    walk_setting: { desks: 'coordinated', columns: { nobody: 'id, every_months' }, shown: NOWHERE },
  },
});
