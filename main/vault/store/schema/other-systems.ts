/** The register of other systems that hold data of residents: whose they are, who has the account, when they were checked, what their agreement settles. */
import { STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const otherSystemsSchema = defineSchema({
  statements: [
    `CREATE TABLE other_system (
       id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, vendor TEXT NOT NULL, contract TEXT NOT NULL, contract_ends TEXT,
       holder TEXT NOT NULL, password TEXT NOT NULL, checked_on TEXT, version INTEGER NOT NULL, holds TEXT NOT NULL DEFAULT '', agreement TEXT) STRICT`,
  ],
  tables: {
    other_system: {
      desks: 'coordinated',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, kind, contract_ends, password, checked_on, version',
        personal: { words: 'name, vendor, contract, holder, holds, agreement' },
      },
    },
  },
});
