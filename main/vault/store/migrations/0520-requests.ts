/** Requests of individuals about their own information: what is asked, by whom, until when, and how it ended. No value, and no words of whoever asks. */
export const id = 520;

/** Kinds of its tables. */
export const tables = { subject_request: 'replicated' } as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['subject_request'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  `CREATE TABLE subject_request (
     id INTEGER PRIMARY KEY, what TEXT NOT NULL, fields TEXT NOT NULL, asker TEXT NOT NULL, way TEXT NOT NULL, person_id INTEGER NOT NULL,
     room TEXT NOT NULL, taken_at INTEGER NOT NULL, taken_by TEXT NOT NULL, taken_seq INTEGER NOT NULL, due_on TEXT NOT NULL,
     identity_seq INTEGER, state TEXT NOT NULL, ended_at INTEGER, ended_by TEXT, act TEXT, refusal TEXT, words TEXT NOT NULL,
     papers INTEGER NOT NULL, letter_at INTEGER, version INTEGER NOT NULL) STRICT`,
  `CREATE INDEX subject_request_open ON subject_request (due_on, id) WHERE state = 'open'`,
  `CREATE INDEX subject_request_ended ON subject_request (ended_at) WHERE state <> 'open'`,
  `INSERT INTO id_counter (table_name, span, last)
     SELECT 'subject_request', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
];
