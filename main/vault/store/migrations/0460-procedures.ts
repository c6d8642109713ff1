/** Documents by which a company handles personal information: drafts, published texts, and what the company says of itself. When and by whom a text was published or signed is in the log alone. */
export const id = 460;

/** Kinds of its tables. */
export const tables = {
  procedure: 'replicated',
  procedure_version: 'replicated',
  procedure_fact: 'replicated',
} as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['procedure', 'procedure_version'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE TABLE procedure (
     id INTEGER PRIMARY KEY, kind TEXT NOT NULL, draft TEXT, filled TEXT NOT NULL, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
     version INTEGER NOT NULL) STRICT`,
  `CREATE TABLE procedure_version (
     id INTEGER PRIMARY KEY, procedure_id INTEGER NOT NULL, text TEXT NOT NULL, filled TEXT NOT NULL) STRICT`,
  `CREATE INDEX procedure_version_of ON procedure_version (procedure_id)`,
  `CREATE TABLE procedure_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  `CREATE INDEX log_entry_procedure ON log_entry (seq) WHERE action IN ('procedure-publish', 'procedure-sign')`,
  ...numbered.map(
    (table) => `INSERT INTO id_counter (table_name, span, last)
     SELECT '${table}', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
  ),
];
