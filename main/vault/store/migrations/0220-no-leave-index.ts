/** Who left is told by the signed roster, no longer by the log: nothing asks for this index any more. */
export const id = 220;

/** The SQL of this migration. */
export const statements: readonly string[] = ['DROP INDEX log_entry_leave'];
