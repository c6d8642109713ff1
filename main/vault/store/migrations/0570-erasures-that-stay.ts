/**
 * Deletions outlast a restore: numbers of people who were deleted after the backup was made, as certificates and the second place of the log say;
 * and ends of records by their day, so that what is due is found without going over all of them.
 */
export const id = 570;

/** Kinds of its tables. */
export const tables = { recalled_person: 'replicated' } as const;

/** Statements in the order in which they run. Times are milliseconds since 1970. */
export const statements: readonly string[] = [
  // Without a reference: the number may be of somebody whom the restored store does not have, or not yet.
  `CREATE TABLE recalled_person (
     person_id INTEGER PRIMARY KEY, origin TEXT NOT NULL, at INTEGER NOT NULL, staff_id TEXT NOT NULL) STRICT`,
  `CREATE INDEX log_entry_erasures_known ON log_entry (seq) WHERE action = 'erasures-known'`,
  ...['lease', 'space', 'renovation'].map(
    (table) => `CREATE INDEX ${table}_ending ON ${table} (until_date) WHERE until_date IS NOT NULL`,
  ),
  'CREATE INDEX counter_note_at ON counter_note (at)',
];
