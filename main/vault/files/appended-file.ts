/**
 * Appending to a file in a folder that others can write to, and reading its end. Nothing but a plain file with one
 * name is opened, and no link to it is followed, so that nobody's other file is written to or read in its place.
 */
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../app-error.ts';
import { NotOursError, openAs } from '../../files/plain-file.ts';

/**
 * Appends to a file that is there, and syncs it. Errors: those of the file system, including `ENOENT`; AppError
 * `disk-error` for anything but a plain file.
 */
export const appendToFile = (path: string, bytes: Uint8Array): Promise<void> =>
  withPlainFile(path, constants.O_WRONLY | constants.O_APPEND, async (file) => {
    await file.writeFile(bytes);
    await file.sync();
  });

/** The last bytes of a file, `most` at most; `whole` where that is all of it. Errors: as `appendToFile`. */
export const readEnd = (
  path: string,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> =>
  withPlainFile(path, constants.O_RDONLY, async (file, size) => {
    const length = Math.min(size, most);
    const bytes = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
      const { bytesRead } = await file.read(bytes, read, length - read, size - length + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return { bytes: bytes.subarray(0, read), whole: length === size };
  });

async function withPlainFile<T>(
  path: string,
  flags: number,
  work: (file: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const file = await openAs(path, flags).catch((error: unknown) => {
    throw error instanceof NotOursError ? notPlain() : error;
  });
  try {
    const { size, nlink } = await file.stat();
    if (nlink > 1) throw notPlain();
    return await work(file, size);
  } finally {
    await file.close();
  }
}

const notPlain = (): AppError => new AppError('disk-error', { what: 'not-a-plain-file' });
