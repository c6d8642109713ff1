/**
 * By which edition of its data file something was decided: a request, a walk-round, an incident; editions lie beside those of forms. Papers of quizzes, under
 * their hashes. What an admin has written of how long a line of the inventory is kept.
 */
export const id = 560;

/** Kinds of its tables. */
export const tables = { quiz_paper: 'replicated' } as const;

/** Statements in the order in which they run. What was decided before has no edition. */
export const statements: readonly string[] = [
  'ALTER TABLE subject_request ADD COLUMN edition TEXT',
  'ALTER TABLE walk_round ADD COLUMN edition TEXT',
  'ALTER TABLE incident ADD COLUMN edition TEXT',
  'ALTER TABLE inventory_line ADD COLUMN retention TEXT',
  'CREATE TABLE quiz_paper (sha256 TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID',
];
