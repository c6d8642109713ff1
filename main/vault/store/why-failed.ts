/**
 * Explanation of an error that no code of ours throws on purpose. Whoever has the store key can write rows that the application never writes, of other types
 * even than the tables take, and code that reads such a row may fail anywhere.
 */
import { AppError } from '../app-error.ts';
import { sqliteCode } from './engine/native-error.ts';
import { sql } from './sql.ts';
import type { ReadableStore } from './store.ts';

/** Stores in which nothing was found: the look reads every page of the file. */
const sound = new WeakSet<ReadableStore>();

/**
 * The error to tell: an AppError as it is; `store-damaged` {part: 'value'} for a row that does not go with those that are there; `store-tampered`
 * {part: 'rows'} where a row of the store is not of its table's types; any other error as it is.
 */
export async function whyFailed(store: ReadableStore, error: unknown): Promise<unknown> {
  if (error instanceof AppError) return error;
  if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') === true)
    return new AppError('store-damaged', { part: 'value' }, { cause: error });
  return (await isSound(store)) ? error : new AppError('store-tampered', { part: 'rows' }, { cause: error });
}

/** By what SQLite finds in trees, types and checks. Where it cannot look, nothing is said. */
async function isSound(store: ReadableStore): Promise<boolean> {
  if (sound.has(store)) return true;
  const found = await store.all<{ readonly quick_check: string }>(sql`PRAGMA quick_check`).catch(() => []);
  if (found.some(({ quick_check: said }) => said !== 'ok')) return false;
  sound.add(store);
  return true;
}
