/** Files that were destroyed after an import or a sweep, and what was found to be left of each; walk-rounds; photos of paper. */
export const id = 430;

/** Kinds of its tables: what one desk has destroyed or looked at is for all to see, each row by the desk in its number. */
export const tables = {
  disposal: 'replicated',
  disposal_copy: 'replicated',
  walk_place: 'replicated',
  walk_round: 'replicated',
  walk_result: 'replicated',
  walk_setting: 'replicated',
  paper_photo: 'replicated',
} as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['disposal', 'disposal_copy', 'walk_place', 'walk_round'] as const;

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
  // A company's own places; those of the product are a data file.
  `CREATE TABLE walk_place (
     id INTEGER PRIMARY KEY, title TEXT NOT NULL, look TEXT NOT NULL, removed_at INTEGER) STRICT`,
  'CREATE TABLE walk_round (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL) STRICT',
  // A place as it was called then, whatever becomes of the list.
  `CREATE TABLE walk_result (
     walk_id INTEGER NOT NULL REFERENCES walk_round (id), ordinal INTEGER NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL, title_en TEXT NOT NULL,
     outcome TEXT NOT NULL, words TEXT NOT NULL, rectification_id INTEGER REFERENCES rectification (id),
     PRIMARY KEY (walk_id, ordinal)) STRICT, WITHOUT ROWID`,
  'CREATE TABLE walk_setting (id INTEGER PRIMARY KEY CHECK (id = 1), every_months INTEGER NOT NULL) STRICT',
  'INSERT INTO walk_setting (id, every_months) VALUES (1, 3)',
  `CREATE TABLE paper_photo (
     attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id), paper_id INTEGER NOT NULL REFERENCES paper (id)) STRICT`,
  'CREATE INDEX paper_photo_of ON paper_photo (paper_id)',
  ...numbered.map(
    (table) => `INSERT INTO id_counter (table_name, span, last)
     SELECT '${table}', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
  ),
];
