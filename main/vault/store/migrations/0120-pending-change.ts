/** A change of people or keys that waits for the header: finished or dropped at the next sign-in. It takes the place of pending slot rows, which nothing has written. */
export const id = 120;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE TABLE pending_change (id INTEGER PRIMARY KEY CHECK (id = 1), header_generation INTEGER NOT NULL, payload TEXT NOT NULL) STRICT`,
];
