/** The register of other systems that hold data of residents: whose they are, who has the account, when they were checked. */
export const id = 240;

/** Kinds of its tables. */
export const tables = { other_system: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['other_system'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE TABLE other_system (
     id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, vendor TEXT NOT NULL, contract TEXT NOT NULL, contract_ends TEXT,
     holder TEXT NOT NULL, password TEXT NOT NULL, checked_on TEXT, version INTEGER NOT NULL) STRICT`,
  `INSERT INTO id_counter (table_name, span, last)
     SELECT 'other_system', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
];
