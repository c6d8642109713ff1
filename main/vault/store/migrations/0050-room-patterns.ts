/**
 * How the estate writes its rooms, as an admin says it; and of each room that such a pattern read, what was read. How a name
 * is read goes with the name, whoever changes it.
 */
export const id = 50;

/** The SQL of this migration. */
export const statements: readonly string[] = [
  `CREATE TABLE room_pattern (position INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT`,
  `ALTER TABLE room ADD COLUMN written TEXT`,
  `CREATE TRIGGER pinyin_of_name AFTER UPDATE OF name ON person WHEN NEW.name IS NOT OLD.name AND NEW.pinyin IS OLD.pinyin AND OLD.pinyin IS NOT NULL
     BEGIN UPDATE person SET pinyin = NULL WHERE id = NEW.id; END`,
];
