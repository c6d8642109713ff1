/** Reads a file that somebody has picked to be attached: no link is followed, no pipe is waited for, and no more is read than may be kept. */
import type { FileId } from '../../../contract/ids.ts';
import { MAX_ATTACHMENT_BYTES } from '../../../contract/attachments/lists.ts';
import { basename } from 'node:path';
import { NotOursError, readPlainFile } from '../../files/plain-file.ts';
import { AppError } from '../app-error.ts';
import type { PickedFiles } from '../files/picked-files.ts';
import { diskError } from '../files/disk-error.ts';
import { orNotFound } from '../store/rows.ts';

/**
 * Name and bytes. Errors: `not-found` (not picked for this, or gone since), `attachment-too-large` {most}, `attachment-kind` (no plain file),
 * `disk-error`.
 */
export function readPicked(
  pickedFiles: PickedFiles,
  fileId: FileId,
): { readonly name: string; readonly bytes: Uint8Array } {
  const path = pickedFiles.pathOf(fileId, 'attachment');
  const bytes = orNotFound(tryRead(path));
  return { name: basename(path), bytes };
}

function tryRead(path: string): Uint8Array | null {
  try {
    return readPlainFile(path, MAX_ATTACHMENT_BYTES);
  } catch (error) {
    if (!(error instanceof NotOursError)) throw diskError(error);
    throw error.why === 'size'
      ? new AppError('attachment-too-large', { most: MAX_ATTACHMENT_BYTES / 2 ** 20 })
      : new AppError('attachment-kind');
  }
}
