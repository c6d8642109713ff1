/** Makes one mutation in a copy of a vault. */
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { bind } from '../../../main/vault/crypto/bind.ts';
import { fromUtf8, toHex, utf8 } from '../../../main/vault/crypto/bytes.ts';
import { sign } from '../../../main/vault/crypto/ed25519.ts';
import { encodeSignatures } from '../../../main/vault/keys/roster.ts';
import {
  type Cell,
  type Opening,
  type Row,
  type Table,
  putSchemaBack,
  quoted,
  withDatabase,
} from './attacker.ts';
import { BACKUPS, type StoreImage, VAULT } from './build-image.ts';
import { type Mutation, type Value, mutationsOf } from './mutations.ts';
import { SCHEMA_CHANGES } from './schema-changes.ts';

/** It would change nothing here. */
class NoChange extends Error {}

/** A copy of the vault in `folder`, with the seed's mutation in it; null copies it as it is. Returns what was made. */
export function copyMutated(opening: Opening, seed: number | null, folder: string): Mutation | null {
  copyVault(opening, folder);
  if (seed === null) {
    withDatabase(storeIn(opening, folder), opening.image.storeKey, (db) => putSchemaBack(db, opening.schema));
    return null;
  }
  for (const mutation of mutationsOf(opening, seed))
    try {
      make(opening, mutation, storeIn(opening, folder));
      return mutation;
    } catch (error) {
      // A key that is there already, or a value that is.
      if (!(error instanceof NoChange) && !(error instanceof BetterSqlite3.SqliteError)) throw error;
      copyFileSync(opening.relaxed, storeIn(opening, folder));
    }
  throw new Error(`seed ${seed}: nothing of it can be made`);
}

const storeIn = ({ image }: Opening, folder: string): string => join(folder, VAULT, image.storeFile);

function copyVault(opening: Opening, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [VAULT, BACKUPS])
    cpSync(join(opening.image.folder, name), join(folder, name), { recursive: true });
  copyFileSync(opening.relaxed, storeIn(opening, folder));
}

/** Rows while the schema takes anything, the schema once it is as it was. */
function make({ image, schema, tables }: Opening, mutation: Mutation, path: string): void {
  withDatabase(path, image.storeKey, (db) => {
    if (mutation.kind === 'signed')
      addSigned(
        db,
        image.admin,
        tables.find(({ name }) => name === mutation.table)!,
        mutation,
      );
    else if (mutation.kind !== 'schema')
      changeRows(
        db,
        tables.find(({ name }) => name === mutation.table)!,
        mutation,
      );
    putSchemaBack(db, schema);
    if (mutation.kind === 'schema')
      SCHEMA_CHANGES[mutation.change]!(db, schema[mutation.object]!, schema[mutation.other]!);
  });
}

function changeRows(
  db: Database,
  table: Table,
  mutation: Exclude<Mutation, { kind: 'schema' | 'signed' }>,
): void {
  switch (mutation.kind) {
    case 'cell':
      put(db, table, rowAt(table, mutation.row), mutation.column, valueOf(table, mutation));
      break;
    case 'swap': {
      const { column } = mutation;
      const [row, other] = [rowAt(table, mutation.row), rowAt(table, mutation.other)];
      requireChange(row[column] ?? null, other[column] ?? null);
      put(db, table, row, column, other[column] ?? null);
      put(db, table, other, column, row[column] ?? null);
      break;
    }
    case 'copy':
      insert(db, table, { ...rowAt(table, mutation.row), [mutation.column]: valueOf(table, mutation) });
      break;
    case 'delete':
      db.prepare(`DELETE FROM ${quoted(table.name)} WHERE ${whereOf(table)}`).run(
        ...keyOf(table, rowAt(table, mutation.row)),
      );
      break;
    case 'delete-all':
      db.exec(`DELETE FROM ${quoted(table.name)}`);
      break;
    case 'insert':
      insert(
        db,
        table,
        Object.fromEntries(
          table.columns.map(({ name }, index) => [name, made(table, null, name, mutation.values[index]!)]),
        ),
      );
      break;
    case 'move': {
      const { column, from, to } = mutation;
      const [before, after] = [rowAt(table, from)[column] ?? null, rowAt(table, to)[column] ?? null];
      requireChange(before, after);
      db.prepare(
        `UPDATE OR REPLACE ${quoted(table.name)} SET ${quoted(column)} = ? WHERE ${quoted(column)} IS ?`,
      ).run(bound(after), bound(before));
      break;
    }
  }
}

/** As a program of an admin's own would: no schema stands in its way. */
function addSigned(
  db: Database,
  { vaultId, staffId, privateKey }: StoreImage['admin'],
  table: Table,
  { row, at, of }: Extract<Mutation, { kind: 'signed' }>,
): void {
  const last = table.rows.at(-1)!;
  const next = Number(last['n']) + 1;
  const told = JSON.parse(fromUtf8(rowAt(table, row)['body'] as Uint8Array)!) as Record<string, unknown>;
  const body: Record<string, unknown> = { ...told, n: next, prevHash: toHex(last['hash'] as Uint8Array) };
  const numbers = Object.keys(body).filter((name) => typeof body[name] === 'number');
  body[numbers[at % numbers.length]!] = Number(of);
  const bytes = utf8(
    JSON.stringify(Object.fromEntries(Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
  );
  const hash = new Uint8Array(
    createHash('sha256')
      .update(bind('roster-entry', vaultId, bytes))
      .digest(),
  );
  const sig = sign(privateKey, bind('roster-signature', vaultId, hash));
  insert(db, table, {
    n: next,
    prev_hash: last['hash'] ?? null,
    body: bytes,
    signatures: encodeSignatures([{ signer: staffId, sig }]),
    hash,
  });
}

const rowAt = ({ rows }: Table, index: number): Row => rows[index]!;
const keysOf = ({ columns }: Table): readonly string[] =>
  columns.filter(({ isKey }) => isKey).map(({ name }) => name);
const whereOf = (table: Table): string =>
  keysOf(table)
    .map((name) => `${quoted(name)} IS ?`)
    .join(' AND ');
const keyOf = (table: Table, row: Row): readonly Cell[] =>
  keysOf(table).map((name) => bound(row[name] ?? null));

/** Numbers go in as they came out: whole ones are not REAL. */
const bound = (value: Cell): Cell =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;

function put(db: Database, table: Table, row: Row, column: string, value: Cell): void {
  const text = `UPDATE ${quoted(table.name)} SET ${quoted(column)} = ? WHERE ${whereOf(table)}`;
  db.prepare(text).run(bound(value), ...keyOf(table, row));
}

function insert(db: Database, { name }: Table, row: Row): void {
  const columns = Object.keys(row);
  db.prepare(
    `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...columns.map((column) => bound(row[column] ?? null)));
}

function valueOf(
  table: Table,
  { row, column, value }: { readonly row: number; readonly column: string; readonly value: Value },
): Cell {
  const before = rowAt(table, row)[column] ?? null;
  const after = made(table, before, column, value);
  requireChange(before, after);
  return after;
}

function requireChange(before: Cell, after: Cell): void {
  const same =
    before instanceof Uint8Array && after instanceof Uint8Array
      ? Buffer.compare(before, after) === 0
      : bound(before) === bound(after);
  if (same) throw new NoChange();
}

function made(table: Table, before: Cell, column: string, value: Value): Cell {
  switch (value.as) {
    case 'null':
      return null;
    case 'number':
      return /^-?\d+$/.test(value.of) ? BigInt(value.of) : Number(value.of);
    case 'text':
      return value.of;
    case 'repeated':
      return value.of.repeat(value.times);
    case 'bytes':
      return new Uint8Array(value.length).fill(0x5a);
    case 'of-row':
      return rowAt(table, value.row)[column] ?? null;
    case 'bit':
      return turnBit(before, value.at);
    case 'json':
      return otherJson(table, before, column, value);
  }
}

function turnBit(before: Cell, at: number): Cell {
  if (!(before instanceof Uint8Array) || before.length === 0) throw new NoChange();
  const bytes = Uint8Array.from(before);
  bytes[Math.floor(at / 8) % bytes.length]! ^= 1 << (at % 8);
  return bytes;
}

/** In front of the JSON of a log entry's detail. */
const MARK = '\u001e';

/** One of its members, at any depth, with another value or another name. */
function otherJson(
  table: Table,
  before: Cell,
  column: string,
  { at, put: given, renames }: Extract<Value, { as: 'json' }>,
): Cell {
  if (typeof before !== 'string') throw new NoChange();
  const mark = before.startsWith(MARK) ? MARK : '';
  const tree = parseJson(before.slice(mark.length));
  const members = membersOf(tree);
  const chosen = members[at % members.length];
  if (chosen === undefined) throw new NoChange();
  const value = made(table, null, column, given);
  if (renames && !Array.isArray(chosen.of)) {
    const kept = chosen.of[chosen.name];
    delete chosen.of[chosen.name];
    chosen.of[String(value)] = kept;
  } else
    (chosen.of as Record<string, unknown>)[chosen.name] = typeof value === 'bigint' ? Number(value) : value;
  return mark + JSON.stringify(tree);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoChange();
  }
}

interface Member {
  readonly of: Record<string, unknown>;
  readonly name: string;
}

function membersOf(tree: unknown): readonly Member[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const of = tree as Record<string, unknown>;
  return Object.keys(of).flatMap((name) => [{ of, name }, ...membersOf(of[name])]);
}
