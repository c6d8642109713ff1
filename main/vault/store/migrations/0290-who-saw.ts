/** Who has opened a room, which an entry names in its detail, and what came with which import. */
export const id = 290;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_room ON log_entry (detail) WHERE action = 'open-room'`,
  `CREATE INDEX log_entry_import ON log_entry (seq) WHERE action = 'import'`,
];
