/** What has to be put right, how it came to that and what it looked like before and after; and the notices of an authority that ask for it. No value of a resident's. */
export const id = 410;

/** Kinds of its tables. */
export const tables = {
  rectification: 'replicated',
  rectification_step: 'replicated',
  rectification_evidence: 'replicated',
  police_notice: 'replicated',
} as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['rectification', 'rectification_step', 'police_notice'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. `source_ref`: what of its source it is about, so that it is taken in once. */
export const statements: readonly string[] = [
  `CREATE TABLE police_notice (
     id INTEGER PRIMARY KEY, number TEXT NOT NULL, authority TEXT NOT NULL, received_on TEXT NOT NULL, due_on TEXT NOT NULL,
     added_at INTEGER NOT NULL, added_by TEXT NOT NULL, answered_at INTEGER, answered_by TEXT, answer_sha256 TEXT, version INTEGER NOT NULL) STRICT`,
  `CREATE TABLE rectification (
     id INTEGER PRIMARY KEY, source TEXT NOT NULL, source_ref TEXT NOT NULL, notice_id INTEGER REFERENCES police_notice (id), title TEXT NOT NULL,
     words TEXT NOT NULL, who TEXT NOT NULL, due_on TEXT, state TEXT NOT NULL, opened_at INTEGER NOT NULL, opened_by TEXT NOT NULL,
     done_on TEXT, done_words TEXT NOT NULL, version INTEGER NOT NULL) STRICT`,
  `CREATE INDEX rectification_open ON rectification (due_on) WHERE state = 'open'`,
  `CREATE INDEX rectification_source ON rectification (source, source_ref) WHERE state = 'open'`,
  'CREATE INDEX rectification_notice ON rectification (notice_id) WHERE notice_id IS NOT NULL',
  `CREATE TABLE rectification_step (
     id INTEGER PRIMARY KEY, rectification_id INTEGER NOT NULL REFERENCES rectification (id), at INTEGER NOT NULL, staff_id TEXT NOT NULL,
     what TEXT NOT NULL, words TEXT NOT NULL) STRICT`,
  'CREATE INDEX rectification_step_of ON rectification_step (rectification_id)',
  `CREATE TABLE rectification_evidence (
     attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id), rectification_id INTEGER NOT NULL REFERENCES rectification (id),
     side TEXT NOT NULL) STRICT`,
  'CREATE INDEX rectification_evidence_of ON rectification_evidence (rectification_id)',
  ...numbered.map(
    (table) => `INSERT INTO id_counter (table_name, span, last)
     SELECT '${table}', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
  ),
];
