/** Marks of windows, papers and files: the key under which each is a code. */
export const id = 340;

/** A mark of one desk is traced at any. */
export const tables = { trace_key: 'replicated' } as const;

/** Statements in the order in which they run. The engine's random bytes are the operating system's. */
export const statements: readonly string[] = [
  `CREATE TABLE trace_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL) STRICT`,
  `INSERT INTO trace_key (id, key) VALUES (1, randomblob(32))`,
];
