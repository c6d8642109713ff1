/** Results of checks of the computer, when, and who asked for them. */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const computerChecksSchema = defineSchema({
  statements: [
    `CREATE TABLE computer_check (
       id INTEGER PRIMARY KEY, checked_at INTEGER NOT NULL, checked_by TEXT NOT NULL, readings TEXT NOT NULL) STRICT`,
    'CREATE INDEX computer_check_at ON computer_check (checked_at)',
  ],
  tables: {
    computer_check: {
      desks: 'own',
      ...ROWS,
      columns: { nobody: 'id, checked_at, readings', staff: 'checked_by' },
      shown: NOWHERE,
    },
  },
});
