/** What admins have chosen, as a history that is only added to: the last choice of a setting is the one in force. And what is to be made sure of about a value. */
export const id = 60;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE TABLE policy_change (
     id INTEGER PRIMARY KEY, at INTEGER NOT NULL, staff_id TEXT NOT NULL, cosigner_id TEXT, setting TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL,
     words TEXT NOT NULL, remasked INTEGER NOT NULL) STRICT`,
  `CREATE TRIGGER policy_change_no_update BEFORE UPDATE ON policy_change BEGIN SELECT RAISE(ABORT, 'choices are never changed'); END`,
  `CREATE TRIGGER policy_change_no_delete BEFORE DELETE ON policy_change BEGIN SELECT RAISE(ABORT, 'choices are never deleted'); END`,
  // An old ID number that was widened, a card whose check digit does not fit; of values from before nobody knows.
  'ALTER TABLE sealed_value ADD COLUMN note TEXT',
];
