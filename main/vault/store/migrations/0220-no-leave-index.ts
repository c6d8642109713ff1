/** Drops an index that is no longer used: who left is read from the signed roster, not from the log. */
export const id = 220;

/** The SQL of this migration. */
export const statements: readonly string[] = ['DROP INDEX log_entry_leave'];
