/**
 * Appending to a file in a folder that others can write to, and reading its end. Nothing but a plain file with one
 * name is opened, and no link to it is followed, so that nobody's other file is written to or read in its place.
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { AppError } from '../app-error.ts';
import { THROUGH_NO_LINK } from '../../files/plain-file.ts';

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
  // Asked before it is opened: opening a pipe would wait for whoever holds its other end.
  const named = await lstat(path);
  if (!named.isFile()) throw notPlain();
  const file = await open(path, flags | THROUGH_NO_LINK);
  try {
    const opened = await file.stat();
    // On Windows, which has no flag against links, this is what refuses one.
    const isSame = opened.dev === named.dev && opened.ino === named.ino;
    if (!isSame || !opened.isFile() || opened.nlink > 1) throw notPlain();
    return await work(file, opened.size);
  } finally {
    await file.close();
  }
}

const notPlain = (): AppError => new AppError('disk-error', { what: 'not-a-plain-file' });
