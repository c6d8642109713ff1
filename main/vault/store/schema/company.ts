/** What the company says of itself, by name. */
import { STAFF_WORDS, defineSchema } from './feature-schema.ts';

export const companySchema = defineSchema({
  statements: [
    'CREATE TABLE company_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  ],
  tables: {
    company_fact: {
      desks: 'coordinated',
      ...STAFF_WORDS,
      columns: { nobody: 'name', personal: { words: 'value' } },
      shown: { transfer: 'stays', inventory: ['officer'] },
    },
  },
});
