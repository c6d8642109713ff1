/** Maps errors of the file system to AppErrors. */
import { AppError } from '../app-error.ts';

/** Error codes of a full disk or an exceeded quota. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** A file system error as AppError `disk-full` or `disk-error`; an AppError is returned unchanged. */
export function diskError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return new AppError(FULL.has(code) ? 'disk-full' : 'disk-error', {}, { cause: error });
}
