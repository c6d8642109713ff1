/** Ends of emergencies are found with what they end; the list of reasons is read from the log. */
export const id = 300;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  'DROP INDEX log_entry_glass',
  `CREATE INDEX log_entry_glass ON log_entry (seq) WHERE action IN ('break-glass', 'glass-end', 'glass-seen')`,
  `CREATE INDEX log_entry_reasons ON log_entry (seq) WHERE action = 'reasons'`,
];
