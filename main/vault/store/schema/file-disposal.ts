/** Files that were destroyed after an import or a sweep, and what was found to be left of each. */
import { STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const fileDisposalSchema = defineSchema({
  statements: [
    // `begun`: it is being destroyed. A row that says so after a start tells of a computer that stopped meanwhile.
    `CREATE TABLE disposal (
       id INTEGER PRIMARY KEY, source TEXT NOT NULL, path TEXT NOT NULL, device REAL NOT NULL, inode REAL NOT NULL,
       size INTEGER NOT NULL, changed REAL NOT NULL, fingerprint BLOB, at INTEGER NOT NULL, by TEXT NOT NULL, state TEXT NOT NULL,
       checked_at INTEGER, files INTEGER NOT NULL, unread INTEGER NOT NULL) STRICT`,
    `CREATE TABLE disposal_copy (
       id INTEGER PRIMARY KEY, disposal_id INTEGER NOT NULL, path TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL,
       device REAL NOT NULL, inode REAL NOT NULL, size INTEGER NOT NULL, changed REAL NOT NULL, destroyed_at INTEGER,
       destroyed_by TEXT) STRICT`,
    'CREATE INDEX disposal_copy_disposal ON disposal_copy (disposal_id)',
  ],
  // What one desk has destroyed is for all to see, each row by the desk in its number.
  tables: {
    disposal: {
      desks: 'own',
      unsaid: '~',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, source, device, inode, size, changed, fingerprint, at, state, checked_at, files, unread',
        staff: 'by',
        personal: { words: 'path' },
      },
    },
    disposal_copy: {
      desks: 'own',
      unsaid: '~',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, place, kind, device, inode, size, changed, destroyed_at',
        staff: 'destroyed_by',
        rows: { disposal_id: 'disposal' },
        personal: { words: 'path' },
      },
    },
  },
});
