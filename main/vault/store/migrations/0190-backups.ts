/** Where and when backups are made. When one was made or tried last is read from the log. */
export const id = 190;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE TABLE backup_setting (id INTEGER PRIMARY KEY CHECK (id = 1), folder TEXT NOT NULL, is_on INTEGER NOT NULL, hour INTEGER NOT NULL) STRICT`,
  `CREATE INDEX log_entry_backup ON log_entry (seq) WHERE action = 'backup'`,
  `CREATE INDEX log_entry_backup_test ON log_entry (seq) WHERE action = 'backup-test'`,
];
