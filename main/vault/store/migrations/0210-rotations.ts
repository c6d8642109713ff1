/** What was rotated and who left, asked for at every sign-in: found without reading the whole log. */
export const id = 210;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_rotation ON log_entry (seq) WHERE action IN ('rotation-begun', 'rotation')`,
  `CREATE INDEX log_entry_leave ON log_entry (seq) WHERE action = 'staff-leave'`,
];
