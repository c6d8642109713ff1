/** How the estate writes its rooms, as an admin says it; and of each room that such a pattern read, what was read. */
export const id = 50;

export const statements: readonly string[] = [
  `CREATE TABLE room_pattern (position INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT`,
  `ALTER TABLE room ADD COLUMN written TEXT`,
];
