/** A file whose entry is in the log before it is there. */
import { AppError } from '../app-error.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { type Session, logAlone } from './session.ts';

/** Writes it; where that fails, `failed` is a second entry. Errors: AppErrors of `write`, else `file-not-written`; those of the log. */
export async function orSayFailed(
  session: Session,
  failed: SessionEntry,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    await logAlone(session, failed);
    throw error instanceof AppError ? error : new AppError('file-not-written', {}, { cause: error });
  }
}
