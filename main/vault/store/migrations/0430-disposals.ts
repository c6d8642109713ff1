/** Files that were destroyed after an import or a sweep, and what was found to be left of each. */
export const id = 430;

/** Kinds of its tables: what one desk has destroyed is for all to see, each row by the desk in its number. */
export const tables = { disposal: 'replicated', disposal_copy: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['disposal', 'disposal_copy'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. Times are milliseconds since 1970. */
export const statements: readonly string[] = [
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
  ...numbered.map(
    (table) => `INSERT INTO id_counter (table_name, span, last)
     SELECT '${table}', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
  ),
];
