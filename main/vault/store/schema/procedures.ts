/** Documents by which a company handles personal information: drafts and published texts. When and by whom a text was published or signed is in the log alone. */
import { STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const proceduresSchema = defineSchema({
  statements: [
    `CREATE TABLE procedure (
       id INTEGER PRIMARY KEY, kind TEXT NOT NULL, draft TEXT, filled TEXT NOT NULL, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
       version INTEGER NOT NULL) STRICT`,
    'CREATE TABLE procedure_version (id INTEGER PRIMARY KEY, procedure_id INTEGER NOT NULL, text TEXT NOT NULL, filled TEXT NOT NULL) STRICT',
    'CREATE INDEX procedure_version_of ON procedure_version (procedure_id)',
    `CREATE INDEX log_entry_procedure ON log_entry (seq) WHERE action IN ('procedure-publish', 'procedure-sign')`,
  ],
  tables: {
    procedure: {
      desks: 'coordinated',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, kind, changed_at, version',
        staff: 'changed_by',
        personal: { words: 'draft, filled' },
      },
    },
    procedure_version: {
      desks: 'coordinated',
      ...STAFF_REGISTER,
      columns: { nobody: 'id', rows: { procedure_id: 'procedure' }, personal: { words: 'text, filled' } },
    },
  },
});
