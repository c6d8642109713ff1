/** Entries of the log carry the signatures of those whose PINs they took (log/signatures.ts); those of before have none. */
export const id = 250;

/** Statements in the order in which they run. */
export const statements: readonly string[] = ['ALTER TABLE log_entry ADD COLUMN signature BLOB'];
