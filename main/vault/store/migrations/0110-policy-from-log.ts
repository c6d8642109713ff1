/** What admins have chosen is read from the log, whose entries hang together: the rows beside it, which nothing vouched for, go. */
export const id = 110;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  'DROP TABLE policy_change',
  `CREATE INDEX log_entry_policy ON log_entry (action) WHERE action = 'policy'`,
];
