/** Handovers of an estate, from order to deletion; the rules of retention are read from the log. */
export const id = 450;

/** Kinds of its tables. */
export const tables = { estate_transfer: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['estate_transfer'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. `estate` is null for the whole vault; `fields` is JSON. */
export const statements: readonly string[] = [
  `CREATE TABLE estate_transfer (
     id INTEGER PRIMARY KEY, state TEXT NOT NULL, estate TEXT, sort TEXT NOT NULL, recipient TEXT NOT NULL, officer TEXT NOT NULL,
     document TEXT NOT NULL, purpose TEXT NOT NULL, fields TEXT NOT NULL, people INTEGER NOT NULL, ordered_at INTEGER NOT NULL,
     ordered_by TEXT NOT NULL, ordered_with TEXT NOT NULL, stopped_at INTEGER, stopped_by TEXT, given_at INTEGER, given_by TEXT,
     confirmed_at INTEGER, confirmed_by TEXT, disclosure_id INTEGER, erasure_id INTEGER) STRICT`,
  `CREATE INDEX estate_transfer_ordered ON estate_transfer (ordered_at) WHERE state = 'ordered'`,
  `CREATE INDEX log_entry_retention_rules ON log_entry (seq) WHERE action = 'retention-rules'`,
  `INSERT INTO id_counter (table_name, span, last)
     SELECT 'estate_transfer', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
];
