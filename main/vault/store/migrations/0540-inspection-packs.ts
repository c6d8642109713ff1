/** Packs and disposals of originals are found in the log without looking through all of it. */
export const id = 540;

/** No table of its own: the register of packs is the log. */
export const tables = {} as const;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE INDEX log_entry_inspection_pack ON log_entry (seq) WHERE action = 'inspection-pack'`,
  `CREATE INDEX log_entry_import_dispose ON log_entry (seq) WHERE action = 'import-dispose'`,
];
