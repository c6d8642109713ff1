/** Copies a store under another key and compares two stores row by row. The source is never written to. */
import { existsSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../app-error.ts';
import { diskError } from '../../files/disk-error.ts';
import { syncFile, syncFolder } from '../../../files/durable-files.ts';
import {
  type Connector,
  connectAndSet,
  makeFile,
  rawKeyText,
  refuseUnopened,
  removeStoreFiles,
} from './driver.ts';
import type { ComparedTables, KeyedFile, WatchedWork } from './engine.ts';
import { fromNative, isNearlyFull } from './native-error.ts';
import { type SchemaObject, digestOf, readSchema, readVersion } from './schema.ts';
import { sqlitePath } from './sqlite-path.ts';
import type { Driver } from './connection.ts';

/**
 * Milliseconds between two progress reports by the size of the new file, where the engine's own thread writes
 * it.
 */
const LOOK_EVERY = 200;

/** For a comparison. The new file's pages stay for the check behind it, up to some 200,000 residents whole; of the old one each is read once, in order, but for the trees between. */
const CACHE_KIB = { main: 256_000, old: 16_000 } as const;

/** Implements Engine.copyAnew. */
export async function copyAnewWith(
  connector: Connector,
  { from, to, onProgress, signal }: WatchedWork & { readonly from: KeyedFile; readonly to: KeyedFile },
): Promise<void> {
  refuseUnopened(from.path, from.key);
  if (!(await makeFile(to.path, true))) throw new AppError('disk-error', { what: 'file-exists' });
  const total = statSync(from.path).size;
  // A copy that failed is taken away while the clock still ticks.
  const sizeSoFar = (): number => statSync(to.path, { throwIfNoEntry: false })?.size ?? 0;
  const report = (): void => onProgress?.(Math.min(total, sizeSoFar()), total);
  const looking = setInterval(report, LOOK_EVERY);
  try {
    await withBoth(connector, to, from, (driver) =>
      fill(connector, driver, async () => {
        report();
        await letOthersIn(signal);
      }),
    );
    await syncFile(to.path);
    await syncFolder(dirname(to.path));
  } catch (error) {
    const told = whyNotCopied(error, to.path);
    await removeStoreFiles(to.path);
    throw told;
  } finally {
    clearInterval(looking);
  }
}

/** Implements Engine.copyUnderKey. */
export async function copyUnderKeyWith(
  connector: Connector,
  { from, to, signal }: Pick<WatchedWork, 'signal'> & { readonly from: KeyedFile; readonly to: KeyedFile },
): Promise<void> {
  refuseUnopened(from.path, from.key);
  if (existsSync(to.path)) throw new AppError('disk-error', { what: 'file-exists' });
  try {
    await copyFile(from.path, to.path).catch((error: unknown) => Promise.reject(diskError(error)));
    await letOthersIn(signal);
    await rekey(connector, to.path, from.key, to.key);
    await syncFile(to.path);
    await syncFolder(dirname(to.path));
  } catch (error) {
    const told = whyNotCopied(error, to.path);
    await removeStoreFiles(to.path);
    throw told;
  }
}

/**
 * Determined while the partial copy still exists, because deleting it frees the disk. On a full disk a
 * damaged page is one of the copy that was not written completely.
 */
function whyNotCopied(error: unknown, path: string): unknown {
  const told = fromNative(error, path);
  return told instanceof AppError && told.code === 'store-damaged' && isNearlyFull(path)
    ? new AppError('disk-full', {}, { cause: error })
    : told;
}

/** Rewrites every page in place without a journal: an interrupted copy is discarded. */
async function rekey(
  connector: Connector,
  path: string,
  oldKey: Uint8Array,
  newKey: Uint8Array,
): Promise<void> {
  const driver = await connectAndSet(connector, path, oldKey, true);
  try {
    await connector.readUnchecked?.(driver);
    await driver.exec('PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    await driver.exec(`PRAGMA rekey = "${rawKeyText(newKey)}"`);
  } finally {
    await driver.close();
  }
}

/** Implements Engine.compare. */
export async function compareWith(
  connector: Connector,
  { from, to, onProgress, signal }: WatchedWork & { readonly from: KeyedFile; readonly to: KeyedFile },
): Promise<ComparedTables> {
  refuseUnopened(from.path, from.key);
  refuseUnopened(to.path, to.key);
  try {
    return await withBoth(connector, to, from, async (driver) => {
      await driver.exec(
        `PRAGMA main.cache_size = ${-CACHE_KIB.main}; PRAGMA old.cache_size = ${-CACHE_KIB.old}`,
      );
      const version = await connector.schema.check(driver, 'old', connector.inMemory);
      const [here, there] = [await readSchema(driver, 'main'), await readSchema(driver, 'old')];
      if (version !== (await readVersion(driver, 'main')) || digestOf(here) !== digestOf(there))
        throw new AppError('store-damaged', { what: 'schema' });
      const tables = here.filter(({ type }) => type === 'table');
      let rows = 0;
      for (const [index, { name }] of tables.entries()) {
        onProgress?.(index, tables.length);
        await letOthersIn(signal);
        const counted = await compareTable(driver, name);
        if (counted === null) throw new AppError('store-damaged', { what: name });
        rows += counted;
      }
      onProgress?.(tables.length, tables.length);
      await letOthersIn(signal);
      await checkTrees(driver);
      return { tables: tables.length, rows };
    });
  } catch (error) {
    throw fromNative(error, to.path);
  }
}

async function letOthersIn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted === true) throw new AppError('cancelled');
}

/**
 * `main` may be written, `old` is attached for reading. One connection, so that rows do not leave the engine.
 */
async function withBoth<T>(
  connector: Connector,
  main: KeyedFile,
  old: KeyedFile,
  work: (driver: Driver) => Promise<T>,
): Promise<T> {
  const driver = await connectAndSet(connector, main.path, main.key);
  try {
    await driver.run('ATTACH DATABASE ? AS old KEY ?', [sqlitePath(old.path), rawKeyText(old.key)]);
    return await work(driver);
  } finally {
    await driver.close();
  }
}

/**
 * Nothing is lost when this is cut off, since nobody reads the file before it is whole: no journal on the disk, no syncing in between.
 * Without foreign keys and triggers, and with the indexes there already, SQLite copies whole records from tree to tree in their order.
 * Said of `main` alone: the old one is somebody else's. All in one transaction, so that what is read is one moment of the old store.
 */
async function fill(connector: Connector, driver: Driver, told: () => Promise<void>): Promise<void> {
  await driver.exec(
    'PRAGMA main.journal_mode = MEMORY; PRAGMA main.synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN',
  );
  const version = await connector.schema.check(driver, 'old', connector.inMemory);
  const schema = await connector.schema.toMake(driver, version, connector.inMemory);
  const parts = (...types: readonly SchemaObject['type'][]): readonly SchemaObject[] =>
    schema.filter(({ type }) => types.includes(type));
  const make = async (objects: readonly SchemaObject[]): Promise<void> => {
    for (const text of objects.flatMap(({ sql }) => sql ?? [])) await driver.run(text, []);
  };
  await make([...parts('table'), ...parts('index')]);
  for (const { name } of parts('table')) {
    await driver.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM old.${quoted(name)}`);
    await told();
  }
  await make(parts('view', 'trigger'));
  // A pragma takes no bound value.
  await driver.exec(`PRAGMA main.user_version = ${Math.trunc(version)}; COMMIT`);
}

/**
 * Walks every tree and decrypts every page; does not check that index entries match their rows. Errors:
 * `store-damaged` {problems}.
 */
async function checkTrees(driver: Driver): Promise<void> {
  const found = (await driver.all('PRAGMA main.quick_check', [])) as readonly {
    readonly quick_check: string;
  }[];
  if (found.some(({ quick_check: said }) => said !== 'ok'))
    throw new AppError('store-damaged', { problems: found.length });
}

/**
 * How many rows both have, or null where they differ: each is found by its key in the other and compared in every column, byte by byte, and by its
 * kind where the column takes any. Both trees are walked in their own order: along an index of the one, every row would be somewhere else in the other.
 */
async function compareTable(driver: Driver, name: string): Promise<number | null> {
  const table = quoted(name);
  const columns = (await driver.all('SELECT name, type, pk FROM pragma_table_xinfo(?)', [name])) as readonly {
    readonly name: string;
    readonly type: string;
    readonly pk: number;
  }[];
  const [{ wr, strict }] = (await driver.all('SELECT wr, strict FROM pragma_table_list(?) WHERE schema = ?', [
    name,
    'main',
  ])) as [{ readonly wr: number; readonly strict: number }];
  const keys = wr === 1 ? columns.filter(({ pk }) => pk > 0).map((column) => quoted(column.name)) : ['rowid'];
  const same = columns.map(({ name: column, type }) => {
    const [a, b] = [`a.${quoted(column)}`, `b.${quoted(column)}`];
    return `${a} COLLATE BINARY IS ${b}${strict === 1 && type !== 'ANY' ? '' : ` AND typeof(${a}) = typeof(${b})`}`;
  });
  const counts = (await driver.get(
    `SELECT count(*) AS there, coalesce(sum(${[`b.${keys[0] ?? 'rowid'} IS NOT NULL`, ...same].join(' AND ')}), 0) AS same, (SELECT count(*) FROM main.${table}) AS here
    FROM old.${table} AS a NOT INDEXED LEFT JOIN main.${table} AS b ON ${keys.map((key) => `b.${key} = a.${key}`).join(' AND ')}`,
    [],
  )) as { readonly here: number; readonly there: number; readonly same: number };
  return counts.here === counts.there && counts.same === counts.here ? counts.here : null;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
