/** Canary records: which there are is read from the log, where each is sealed under a key of the store's own. */
export const id = 320;

/** Every desk notices a touch, so every desk has the key. */
export const tables = { canary_key: 'replicated' } as const;

/** Statements in the order in which they run. The key is made with the first canary record. */
export const statements: readonly string[] = [
  `CREATE TABLE canary_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL) STRICT`,
  `CREATE INDEX log_entry_canary ON log_entry (seq) WHERE action = 'canary'`,
];
