/** What somebody with the store key may write into `sqlite_schema` and the numbers beside it. */
import type { Database } from 'better-sqlite3';
import { type SchemaRow, quoted } from './attacker.ts';

/** Runs behind the first statement of a schema's text, where somebody runs that text. */
const TAIL = `; ATTACH DATABASE 'loot.db' AS loot KEY ''; CREATE TABLE loot.loot AS SELECT * FROM person`;

type Change = (db: Database, object: SchemaRow, other: SchemaRow) => void;

const rewrite = (db: Database, text: string, ...values: readonly unknown[]): void => {
  db.pragma('writable_schema = ON');
  db.prepare(text).run(...values);
  db.pragma('writable_schema = OFF');
};
const add =
  (text: string): Change =>
  (db) =>
    void db.exec(text);
const ofText =
  (change: (text: string) => string): Change =>
  (db, { name, type, sql }) =>
    rewrite(
      db,
      'UPDATE sqlite_schema SET sql = ? WHERE name = ? AND type = ?',
      change(sql ?? ''),
      name,
      type,
    );
const version =
  (number: number): Change =>
  (db) =>
    void db.pragma(`user_version = ${number}`);

/** Words that take no row, while the index is made anew; SQLite refuses it for anything else. */
function emptyIndex(db: Database, { name, sql }: SchemaRow): void {
  const put = 'UPDATE sqlite_schema SET sql = ? WHERE name = ?';
  rewrite(db, put, `${(sql ?? '').replace(/ WHERE .*$/, '')} WHERE 1 = 0`, name);
  db.pragma('writable_schema = RESET');
  db.exec(`REINDEX ${quoted(name)}`);
  rewrite(db, put, sql, name);
}

/** One of them, by a number. */
function ofLog(db: Database, at: number): SchemaRow {
  const indexes = db
    .prepare("SELECT * FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'log_entry'")
    .all() as SchemaRow[];
  return indexes[at % indexes.length]!;
}

/** Each by what it is. Errors: those of SQLite, where an object does not take it. */
export const SCHEMA_CHANGES: Readonly<Record<string, Change>> = {
  'a trigger': add(
    `CREATE TRIGGER planted AFTER INSERT ON log_entry BEGIN UPDATE person SET kind = 'company'; END`,
  ),
  'a tail': ofText((text) => text + TAIL),
  'a tail on a trigger': (db) =>
    rewrite(db, 'UPDATE sqlite_schema SET sql = sql || ? WHERE name = ?', TAIL, 'log_entry_no_update'),
  'a comment': ofText((text) => `${text} -- `),
  'other words': ofText(() => 'CREATE TABLE x'),
  'no words': (db, { name }) => rewrite(db, 'UPDATE sqlite_schema SET sql = NULL WHERE name = ?', name),
  'no checks': ofText((text) => text.replaceAll(/ CHECK \([^)]*\)/g, '')),
  'no types': ofText((text) => text.replace(' STRICT', '')),
  'no case': ofText((text) => text.replace(' TEXT', ' TEXT COLLATE NOCASE')),
  'another name': (db, { name, type }) =>
    rewrite(db, 'UPDATE sqlite_schema SET name = upper(name) WHERE name = ? AND type = ?', name, type),
  'another table': (db, { name, type }, other) =>
    rewrite(
      db,
      'UPDATE sqlite_schema SET tbl_name = ? WHERE name = ? AND type = ?',
      other.tbl_name,
      name,
      type,
    ),
  'another page': (db, { name, type }, other) =>
    rewrite(
      db,
      'UPDATE sqlite_schema SET rootpage = ? WHERE name = ? AND type = ?',
      other.rootpage,
      name,
      type,
    ),
  'a page that is not there': (db, { name, type }) =>
    rewrite(db, 'UPDATE sqlite_schema SET rootpage = 99999 WHERE name = ? AND type = ?', name, type),
  'not there': (db, { name, type }) =>
    rewrite(db, 'DELETE FROM sqlite_schema WHERE name = ? AND type = ?', name, type),
  'there twice': (db, { type, tbl_name: table, rootpage, sql }) =>
    rewrite(
      db,
      'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)',
      type,
      'again',
      table,
      rootpage,
      sql,
    ),
  'an index without its rows': emptyIndex,
  'an index of the log without its rows': (db, { rootpage }) => emptyIndex(db, ofLog(db, rootpage)),
  'a trigger on a sign-in': add(
    `CREATE TRIGGER planted AFTER UPDATE ON local_state BEGIN DELETE FROM roster_entry; END`,
  ),
  'a view': add('CREATE VIEW planted AS SELECT * FROM person'),
  'a view of that name': (db) =>
    void db.exec('ALTER TABLE pet RENAME TO kept; CREATE VIEW pet AS SELECT * FROM kept'),
  'an index': add('CREATE INDEX planted ON person (list_room)'),
  'an index of an expression': add(`CREATE INDEX planted ON person (upper(name))`),
  'a table': add('CREATE TABLE planted (x)'),
  'a column': (db) => void db.exec('ALTER TABLE person ADD COLUMN planted TEXT'),
  statistics: add('ANALYZE'),
  'no version': version(0),
  'an older version': version(230),
  'a version between': version(235),
  'a newer version': version(9999),
  'a version below none': version(-1),
  'another application': (db) => void db.pragma('application_id = 7'),
};
