/** Vehicles and spaces that an import changed, as they were, and the spaces that it added: they are undone with it. */
export const id = 80;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  'ALTER TABLE space ADD COLUMN import_id INTEGER',
  `CREATE TABLE import_record (
     import_id INTEGER NOT NULL REFERENCES import_run (id), what TEXT NOT NULL, record_id INTEGER NOT NULL,
     person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, before TEXT NOT NULL, PRIMARY KEY (import_id, what, record_id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX import_record_person ON import_record (person_id)',
];
