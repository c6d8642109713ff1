/** That there is no paper is stated in the log, and ended by the next entry of paper: both are found without looking through all of it. */
export const id = 580;

/** No table of its own: the log says it. */
export const tables = {} as const;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_paper_none ON log_entry (seq) WHERE action = 'paper-none'`,
  `CREATE INDEX log_entry_paper_entered ON log_entry (seq) WHERE action IN ('paper-in', 'print')`,
];
