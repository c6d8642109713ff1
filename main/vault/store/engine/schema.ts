/**
 * Permitted tables, indexes and triggers of a store: those that the migrations make, to the letter. Whoever has the store key can write any SQL into the schema
 * of a file, which SQLite runs when a table is written or copied; such a file is refused before anything but its schema is read.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { AppError } from '../../app-error.ts';
import { allEnded } from '../../long-work/all-ended.ts';
import { MIGRATIONS, type Migration } from '../migrations/index.ts';
import type { Driver } from './connection.ts';

/** A row of `sqlite_schema`; `sql` is null for an index that a constraint makes. */
export interface SchemaObject {
  readonly type: 'table' | 'index' | 'trigger' | 'view';
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
  /** First page of a table or an index; 0 or null of what has none. */
  readonly rootpage: number | null;
}

/** One of the databases of a connection. */
type DatabaseName = 'main' | 'old';

/** An empty database in memory, by the same engine. */
type InMemory = () => Promise<Driver>;

/** Requirements of an engine on the schema of each file that it opens or copies. */
export interface SchemaRule {
  /** The version of a database whose schema is right. Errors: AppError `store-newer`, `store-tampered` {part: 'schema'}. */
  check(driver: Driver, database: DatabaseName, inMemory: InMemory): Promise<number>;
  /** Objects of which a copy of a checked database is made, in this order; its version is given. */
  toMake(driver: Driver, version: number, inMemory: InMemory): Promise<readonly SchemaObject[]>;
  /** Makes ready what `check` asks of a store of the newest version, which takes several milliseconds the first time. Errors: those of the engine. */
  warmUp(inMemory: InMemory): Promise<void>;
}

/** Exactly what the migrations make, up to one of them; a copy is made of their words, not of the file's. Each is made in memory once a process. */
export function schemaRuleOf(migrations: readonly Migration[]): SchemaRule {
  const newest = migrations.at(-1)?.id ?? 0;
  const made = new Map<number, Promise<MadeSchema>>();
  const madeUpTo = (version: number, inMemory: InMemory): Promise<MadeSchema> => {
    const known =
      made.get(version) ??
      makeSchema(
        migrations.filter(({ id }) => id <= version),
        version,
        inMemory,
      );
    made.set(version, known);
    known.catch(() => made.delete(version));
    return known;
  };
  return {
    async check(driver, database, inMemory) {
      // Read together, because each awaited answer costs a round trip to the engine's thread.
      const [version, objects] = await allEnded([
        readVersion(driver, database),
        readSchema(driver, database),
      ]);
      if (version > newest) throw new AppError('store-newer', { version, newest });
      const { digest } = await madeUpTo(version, inMemory);
      if (!haveOwnPages(objects) || digestOf(objects) !== digest)
        throw new AppError('store-tampered', { part: 'schema' });
      return version;
    },
    toMake: async (_, version, inMemory) => (await madeUpTo(version, inMemory)).objects,
    warmUp: async (inMemory) => void (await madeUpTo(newest, inMemory)),
  };
}

/** That of the product. */
export const OUR_SCHEMA: SchemaRule = schemaRuleOf(MIGRATIONS);

interface MadeSchema {
  /** In the order in which the migrations make them. */
  readonly objects: readonly SchemaObject[];
  readonly digest: string;
}

/** Errors: AppError `store-tampered` {part: 'schema'} where no migration ends with that version. */
async function makeSchema(
  migrations: readonly Migration[],
  version: number,
  inMemory: InMemory,
): Promise<MadeSchema> {
  if ((migrations.at(-1)?.id ?? 0) !== version) throw new AppError('store-tampered', { part: 'schema' });
  const driver = await inMemory();
  try {
    const statements = migrations.flatMap((migration) => migration.statements);
    await driver.exec(['BEGIN', ...statements, 'COMMIT'].join(';\n'));
    const objects = await readSchema(driver, 'main');
    return { objects, digest: digestOf(objects) };
  } finally {
    await driver.close();
  }
}

/** As the file has it. */
export const readSchema = async (driver: Driver, database: DatabaseName): Promise<readonly SchemaObject[]> =>
  (await driver.all(
    `SELECT type, name, tbl_name, sql, rootpage FROM ${database}.sqlite_schema ORDER BY rowid`,
    [],
  )) as readonly SchemaObject[];

/** Whether each table and index begins on a page of its own: an index that begins where another does shows rows that it never had. */
function haveOwnPages(objects: readonly SchemaObject[]): boolean {
  const pages = objects.flatMap(({ rootpage }) => (rootpage === null || rootpage === 0 ? [] : [rootpage]));
  return new Set(pages).size === pages.length;
}

/** `PRAGMA user_version`. Errors: AppError `store-damaged` where an engine that has met a damaged page answers nothing. */
export async function readVersion(driver: Driver, database: DatabaseName): Promise<number> {
  const row = (await driver.get(`PRAGMA ${database}.user_version`, [])) as
    | { readonly user_version: number }
    | undefined;
  if (row === undefined) throw new AppError('store-damaged', { what: 'schema' });
  return row.user_version;
}

/** SHA-256 in hexadecimal, of any order: a copy makes its triggers last. */
export function digestOf(objects: readonly SchemaObject[]): string {
  const texts = objects.map(({ type, name, tbl_name, sql }) => JSON.stringify([type, name, tbl_name, sql]));
  return sha256Hex(texts.toSorted().join('\n'));
}
