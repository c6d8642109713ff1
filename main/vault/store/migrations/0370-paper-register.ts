/** The register of paper: the booklets that there were, the copies that were printed, who keeps each, and how it ended. */
export const id = 370;

/** Kinds of its tables. */
export const tables = { paper: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['paper'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE TABLE paper (
     id INTEGER PRIMARY KEY, sort TEXT NOT NULL, title TEXT NOT NULL, pages INTEGER, found_at TEXT NOT NULL, custodian_id TEXT NOT NULL,
     place TEXT NOT NULL, due_on TEXT, state TEXT NOT NULL, taken_in_at INTEGER NOT NULL, taken_in_by TEXT NOT NULL,
     counted_at INTEGER, counted_there INTEGER, ended_at INTEGER, ended_by TEXT, witness_id TEXT, ended_how TEXT, version INTEGER NOT NULL) STRICT`,
  `CREATE INDEX paper_here ON paper (due_on) WHERE state <> 'destroyed'`,
  `CREATE INDEX paper_destroyed ON paper (ended_at) WHERE state = 'destroyed'`,
  `INSERT INTO id_counter (table_name, span, last)
     SELECT 'paper', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
];
