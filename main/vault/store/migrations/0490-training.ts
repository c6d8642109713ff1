/** Training is read from the log: who has passed what, and the rule by which it is passed. */
export const id = 490;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_training ON log_entry (seq) WHERE action IN ('training', 'training-practice')`,
  `CREATE INDEX log_entry_training_rule ON log_entry (seq) WHERE action = 'training-rule'`,
];
