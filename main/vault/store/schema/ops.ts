/** What many desks tell each other: ops that this one has to send. Empty where a vault has one desk. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const opsSchema = defineSchema({
  statements: [
    // `n`: of this desk's ops, without a gap.
    'CREATE TABLE op_out (n INTEGER PRIMARY KEY, envelope BLOB NOT NULL) STRICT',
  ],
  tables: {
    op_out: {
      desks: 'local',
      columns: { nobody: 'n', personal: { row: 'envelope' } },
      ofPeople: {
        kept: 'undo',
        erased: { stays: 'sealed; its key goes with the deletion, once every desk has it' },
      },
      shown: NOWHERE,
    },
  },
});
