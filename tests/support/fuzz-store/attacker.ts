/**
 * Who has the store key and an engine of their own: reads what is there, and writes what they like, whatever types, checks, keys of other tables and
 * triggers say. The schema is put back to the letter afterwards, unless it is the schema that they change.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { rawKeyText } from '../../../main/vault/store/engine/driver.ts';
import { type StoreImage, VAULT } from './build-image.ts';

export type Cell = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'REAL' | 'TEXT' | 'BLOB';
  readonly isKey: boolean;
}

/** A table as it was before any mutation. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** In the order of their key. */
  readonly rows: readonly Row[];
}

export interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly rootpage: number;
  readonly sql: string | null;
}

/** What an attacker starts from. */
export interface Opening {
  readonly image: StoreImage;
  /** The store with a schema that takes anything. */
  readonly relaxed: string;
  readonly schema: readonly SchemaRow[];
  readonly tables: readonly Table[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Reads everything, and loosens a copy beside the vault once for all mutations. */
export function openAsAttacker(image: StoreImage, scratch: string): Opening {
  const relaxed = join(scratch, 'relaxed.db');
  copyFileSync(join(image.folder, VAULT, image.storeFile), relaxed);
  return withDatabase(relaxed, image.storeKey, (db) => {
    const schema = readSchema(db);
    const tables = schema.filter(({ type }) => type === 'table').map(({ name }) => readTable(db, name));
    loosen(db);
    return { image, relaxed, schema, tables };
  });
}

/** Changes rows of a store that nobody has open, whatever its tables take. */
export function writeAnything(path: string, key: Uint8Array, work: (db: Database) => void): void {
  withDatabase(path, key, (db) => {
    const schema = readSchema(db);
    loosen(db);
    work(db);
    putSchemaBack(db, schema);
  });
}

const readSchema = (db: Database): readonly SchemaRow[] =>
  db.prepare('SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema').all() as SchemaRow[];

/** Opened with its key; without journal, so that nothing is left beside it. */
export function withDatabase<T>(path: string, key: Uint8Array, work: (db: Database) => T): T {
  const db = new BetterSqlite3(path, { fileMustExist: true }) as Database & { key(key: Buffer): number };
  try {
    db.unsafeMode(true);
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.key(Buffer.from(rawKeyText(key), 'latin1'));
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    db.pragma('synchronous = OFF');
    return work(db);
  } finally {
    db.close();
  }
}

function readTable(db: Database, name: string): Table {
  const columns = db
    .prepare('SELECT name, type, pk > 0 AS isKey FROM pragma_table_info(?) ORDER BY cid')
    .all(name) as { readonly name: string; readonly type: Column['type']; readonly isKey: number }[];
  const keys = columns.filter(({ isKey }) => isKey === 1).map((column) => quoted(column.name));
  return {
    name,
    columns: columns.map((column) => ({ ...column, isKey: column.isKey === 1 })),
    rows: db.prepare(`SELECT * FROM ${quoted(name)} ORDER BY ${keys.join(', ')}`).all() as Row[],
  };
}

/** No triggers, no types, no NOT NULL; each table keeps its key, its unique columns and its place. */
function loosen(db: Database): void {
  db.pragma('writable_schema = ON');
  db.exec(`DELETE FROM sqlite_schema WHERE type = 'trigger';
    UPDATE sqlite_schema SET sql = replace(replace(sql, ' STRICT, WITHOUT', ' WITHOUT'), ' STRICT', '') WHERE type = 'table';
    UPDATE sqlite_schema SET sql = replace(replace(sql, ' IS NOT NULL', ' NOTNULL'), ' NOT NULL', '') WHERE type = 'table';
    UPDATE sqlite_schema SET sql = replace(sql, ' TEXT', '') WHERE type = 'table'`);
  db.pragma('writable_schema = RESET');
  db.pragma('journal_mode = DELETE');
}

/** As the application made it. */
export function putSchemaBack(db: Database, schema: readonly SchemaRow[]): void {
  db.pragma('writable_schema = ON');
  const put = db.prepare('UPDATE sqlite_schema SET sql = ? WHERE type = ? AND name = ?');
  const add = db.prepare(
    'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { type, name, tbl_name: table, rootpage, sql } of schema)
    if (type === 'trigger') add.run(type, name, table, rootpage, sql);
    else if (sql !== null) put.run(sql, type, name);
  db.pragma('writable_schema = RESET');
}
