/**
 * Notice and consent: by which way somebody was told, who has consented, what follows from a withdrawal; versions of the notice; notices that
 * were posted, whose rows are taken back together; and what other holders have.
 */
export const id = 510;

/** Kinds of its tables. */
export const tables = {
  notice_version: 'replicated',
  notice_posting: 'replicated',
  guardian_look: 'replicated',
} as const;
/** Its tables whose rows have allocated ids. */
export const numbered = ['notice_version', 'notice_posting'] as const;

const IDS_OF_A_DESK = 2 ** 32;

/** Statements in the order in which they run. */
export const statements: readonly string[] = [
  'ALTER TABLE notice ADD COLUMN way TEXT',
  'ALTER TABLE notice ADD COLUMN consenter TEXT',
  'ALTER TABLE notice ADD COLUMN follows TEXT',
  'ALTER TABLE notice ADD COLUMN posting_id INTEGER',
  'CREATE INDEX notice_posted ON notice (posting_id) WHERE posting_id IS NOT NULL',
  // Whether somebody was told by the version in force is asked of everybody: it is answered by the index alone.
  'DROP INDEX notice_person',
  'CREATE INDEX notice_person ON notice (person_id, notice_version, given_on, purpose)',
  `CREATE TABLE notice_version (
     id INTEGER PRIMARY KEY, version TEXT NOT NULL, set_at INTEGER NOT NULL, set_by TEXT NOT NULL) STRICT`,
  `CREATE TABLE notice_posting (
     id INTEGER PRIMARY KEY, estate TEXT NOT NULL, building TEXT, unit TEXT, notice_version TEXT NOT NULL, posted_on TEXT NOT NULL,
     people INTEGER NOT NULL, made_at INTEGER NOT NULL, made_by TEXT NOT NULL) STRICT`,
  // When somebody last looked for people under fourteen without a guardian, and how many there were.
  `CREATE TABLE guardian_look (id INTEGER PRIMARY KEY CHECK (id = 1), looked_at INTEGER NOT NULL, found INTEGER NOT NULL) STRICT`,
  `ALTER TABLE other_system ADD COLUMN holds TEXT NOT NULL DEFAULT ''`,
  ...numbered.map(
    (table) => `INSERT INTO id_counter (table_name, span, last)
     SELECT '${table}', ${IDS_OF_A_DESK}, desk * ${IDS_OF_A_DESK} FROM local_state`,
  ),
];
