/** Which recovery sheet the first key of a segment of the log is sealed to: after a new one the log goes on in a segment that it can check. */
export const id = 200;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  'ALTER TABLE log_segment ADD COLUMN sheet_generation INTEGER NOT NULL DEFAULT 1',
];
