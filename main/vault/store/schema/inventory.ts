/** An admin's statement on a line of the inventory in the place of the data's proposal. No value of anybody's. */
import { STAFF_WORDS, defineSchema } from './feature-schema.ts';

export const inventorySchema = defineSchema({
  statements: [
    // `bases`: JSON, by subject. `retention`: what an admin has written of how long it is kept.
    `CREATE TABLE inventory_line (
       item TEXT PRIMARY KEY, purposes TEXT NOT NULL, bases TEXT NOT NULL, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, version INTEGER NOT NULL,
       retention TEXT) STRICT, WITHOUT ROWID`,
  ],
  tables: {
    inventory_line: {
      desks: 'coordinated',
      ...STAFF_WORDS,
      columns: {
        nobody: 'item, purposes, bases, changed_at, version',
        staff: 'changed_by',
        personal: { words: 'retention' },
      },
    },
  },
});
