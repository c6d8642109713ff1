/**
 * What the vault goes by is what its log says. What is kept for an undo is held against the log: a digest of each row of an import's journal that goes with its owner
 * and comes back with them. What merges and imports of before have kept stands in no entry, and they are not undone.
 */
export const id = 270;

/** Kinds of its tables. */
export const tables = { import_digest: 'local' } as const;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE TABLE import_digest (
     import_id INTEGER NOT NULL REFERENCES import_run (id), what TEXT NOT NULL, row_id INTEGER NOT NULL, owner_id INTEGER NOT NULL,
     digest TEXT NOT NULL, PRIMARY KEY (import_id, what, row_id)) STRICT, WITHOUT ROWID`,
  'DELETE FROM merge_row',
  'DELETE FROM merge_run',
  ...['import_range', 'import_person', 'import_room', 'import_record', 'import_replaced'].map(
    (table) => `DELETE FROM ${table}`,
  ),
  'UPDATE import_run SET journal = 0',

  // Emergencies and who has acknowledged them are read from the log, as what admins have chosen is.
  'DROP TABLE break_glass',
  `CREATE INDEX log_entry_emergency ON log_entry (seq) WHERE action IN ('emergency-access', 'emergency-seen')`,
];
