/** Which of the staff live here: read from the log, where each record is sealed under the key of the canary records. */
export const id = 350;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_staff_link ON log_entry (seq) WHERE action = 'staff-link'`,
];
