/**
 * Journal of each merge of two people, so that it can be undone for thirty days: every row that it moved, changed or took away, as it was before and as it left
 * it. Sealed values stay where values are, sealed; nothing of them is copied here.
 */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const mergesSchema = defineSchema({
  statements: [
    // Without references: `other_id` is nobody as long as it can be undone, and whoever stays may be merged in turn and come back.
    'CREATE TABLE merge_run (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, staff_id TEXT NOT NULL, person_id INTEGER NOT NULL, other_id INTEGER NOT NULL) STRICT',
    'CREATE INDEX merge_run_person ON merge_run (person_id)',
    // `after` is null for what was no more; a sealed value is still there then, found by nothing and listed nowhere.
    `CREATE TABLE merge_row (
       merge_id INTEGER NOT NULL REFERENCES merge_run (id) ON DELETE CASCADE, what TEXT NOT NULL, row_id INTEGER NOT NULL, before TEXT NOT NULL, after TEXT,
       PRIMARY KEY (merge_id, what, row_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX merge_row_row ON merge_row (what, row_id)',
    // Who somebody is now whom others name, for good: numbers alone. An undo takes it away.
    'CREATE TABLE merged_person (gone_id INTEGER PRIMARY KEY, into_id INTEGER NOT NULL) STRICT',
  ],
  tables: {
    merge_run: {
      desks: 'coordinated',
      unsaid: '-',
      ...ROWS,
      columns: { nobody: 'id, at', staff: 'staff_id', person: 'person_id, other_id' },
      ofPeople: { kept: 'undo', erased: 'by-number', merged: 'history' },
      shown: NOWHERE,
    },
    merge_row: {
      desks: 'coordinated',
      unsaid: '-',
      columns: {
        nobody: 'what, row_id',
        rows: { merge_id: 'merge_run' },
        personal: { row: 'before, after' },
      },
      ofPeople: { kept: 'undo', erased: 'cascade' },
      shown: NOWHERE,
    },
    merged_person: {
      desks: 'coordinated',
      columns: { person: 'gone_id, into_id' },
      ofPeople: {
        kept: 'register',
        erased: {
          stays:
            'numbers alone, by which whoever names somebody who was merged still finds what became of them',
        },
        merged: 'history',
      },
      shown: NOWHERE,
    },
  },
});
