/**
 * Generation of the recovery sheet that a segment's first key is sealed to: after a new sheet the log
 * continues in a segment that it can check.
 */
export const id = 200;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  'ALTER TABLE log_segment ADD COLUMN sheet_generation INTEGER NOT NULL DEFAULT 1',
];
