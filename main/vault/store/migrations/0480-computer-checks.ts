/** What was found on the computer, when, and who had it looked at. */
export const id = 480;

/** Kinds of its tables. */
export const tables = { computer_check: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['computer_check'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE TABLE computer_check (
     id INTEGER PRIMARY KEY, checked_at INTEGER NOT NULL, checked_by TEXT NOT NULL, readings TEXT NOT NULL) STRICT`,
  `CREATE INDEX computer_check_at ON computer_check (checked_at)`,
  `INSERT INTO id_counter (table_name, span, last)
     SELECT 'computer_check', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
];
