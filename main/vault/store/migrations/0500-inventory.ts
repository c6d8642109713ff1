/** What an admin has said of a line of the inventory in the place of what the data proposes. No value of anybody's. */
export const id = 500;

/** Kinds of its tables. */
export const tables = { inventory_line: 'replicated' } as const;

/** Statements in the order in which they run. `bases`: JSON, by subject. */
export const statements: readonly string[] = [
  `CREATE TABLE inventory_line (
     item TEXT PRIMARY KEY, purposes TEXT NOT NULL, bases TEXT NOT NULL, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, version INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
];
