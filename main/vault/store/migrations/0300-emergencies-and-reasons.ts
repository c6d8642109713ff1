/** Ends of emergencies are found with what they end; the list of reasons is read from the log. */
export const id = 300;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  'DROP INDEX log_entry_emergency',
  `CREATE INDEX log_entry_emergency ON log_entry (seq) WHERE action IN ('emergency-access', 'emergency-end', 'emergency-seen')`,
  `CREATE INDEX log_entry_reasons ON log_entry (seq) WHERE action = 'reasons'`,
];
