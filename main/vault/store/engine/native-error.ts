/** Maps errors of the engines to AppErrors, so that no engine's wording leaves the vault. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../app-error.ts';

/** Below this many free bytes an I/O error counts as a full disk: growing the WAL index fails as IOERR, not as FULL. */
const NEARLY_FULL_BYTES = 256 * 1024;

/** SQLite's result code by name, extended or primary (`SQLITE_IOERR_WRITE`), or undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof AppError) return undefined;
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

/**
 * The AppError for a failed statement on an open store: `disk-full`, `store-damaged`, `disk-error` or `busy`.
 * An error that is not SQLite's, and a violated constraint, is returned unchanged (its message names tables
 * and columns, never values). `path`: the store file.
 */
export function fromNative(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const is = (...names: readonly string[]): boolean =>
    names.some((name) => code === name || code.startsWith(`${name}_`));
  if (is('SQLITE_FULL')) return new AppError('disk-full', {}, { cause: error });
  // NOTADB and NOMEM on an open store are a page that could not be decrypted: SQLCipher answers so from then on.
  if (is('SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_NOMEM') || isWordless(error))
    return new AppError('store-damaged', {}, { cause: error });
  if (is('SQLITE_IOERR', 'SQLITE_CANTOPEN'))
    return new AppError(isNearlyFull(path) ? 'disk-full' : 'disk-error', {}, { cause: error });
  if (is('SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_AUTH', 'SQLITE_NOLFS', 'SQLITE_PROTOCOL'))
    return new AppError('disk-error', {}, { cause: error });
  if (is('SQLITE_BUSY', 'SQLITE_LOCKED')) return new AppError('busy', {}, { cause: error });
  return error;
}

/**
 * An SQLITE_ERROR that names nothing. SQLCipher answers so where several reads meet a page that cannot be decrypted; a statement that is wrong is
 * refused with words about it.
 */
const isWordless = (error: unknown): boolean =>
  error instanceof Error && /^(?:SQLITE_ERROR: )?SQL logic error$/.test(error.message);

/** Whether a write to the disk of `path` probably failed for lack of space. */
export function isNearlyFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < NEARLY_FULL_BYTES;
  } catch {
    return false;
  }
}
