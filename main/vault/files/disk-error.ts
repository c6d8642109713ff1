/** What the disk refused, in the words of the application. */
import { AppError } from '../app-error.ts';

/** Codes of a disk, or a quota on it, that has no room left. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** An error of the file system as AppError `disk-full` or `disk-error`; an AppError stays what it is. */
export function diskError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return new AppError(FULL.has(code) ? 'disk-full' : 'disk-error', {}, { cause: error });
}
