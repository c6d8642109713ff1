/** Overwrites and removes a file that was imported: what a program can do about it, which on an SSD is not all (docs/decisions/0016-what-an-import-leaves-behind.md). */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rename, rm } from '../../files/move-and-remove.ts';
import { AppError } from '../app-error.ts';
import { syncFolder } from '../../files/durable-files.ts';

/** By which it is known to be the file that was read, and unchanged. */
export interface FileMark {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
}

const PART_BYTES = 1024 * 1024;

/** Undefined for what is no file of its own: a link, a folder, nothing. */
export async function markFile(path: string): Promise<FileMark | undefined> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() === true
    ? { device: found.dev, inode: found.ino, size: found.size, changed: found.mtimeMs }
    : undefined;
}

/**
 * Random bytes over all of it, on disk before its name is taken from it and it is removed. Errors, AppError: `file-changed`
 * (another file by now, or written to since it was read: nothing is done), `file-not-removed` (in use, or not ours to write).
 */
export async function disposeFile(
  path: string,
  mark: FileMark,
): Promise<{ readonly bytes: number; readonly otherNames: boolean }> {
  const now = await markFile(path);
  if (now === undefined || !isSame(now, mark)) throw new AppError('file-changed');
  try {
    const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    let otherNames: boolean;
    try {
      const held = await file.stat();
      if (held.ino !== mark.inode || held.dev !== mark.device) throw new AppError('file-changed');
      otherNames = held.nlink > 1;
      await overwrite(file, held.size);
    } finally {
      await file.close();
    }
    const nameless = join(dirname(path), randomBytes(8).toString('hex'));
    await rename(path, nameless);
    await rm(nameless);
    await syncFolder(dirname(path));
    return { bytes: mark.size, otherNames };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-not-removed', {}, { cause: error });
  }
}

const isSame = (a: FileMark, b: FileMark): boolean =>
  a.device === b.device && a.inode === b.inode && a.size === b.size && a.changed === b.changed;

async function overwrite(file: FileHandle, size: number): Promise<void> {
  for (let at = 0; at < size; at += PART_BYTES)
    await file.write(randomBytes(Math.min(PART_BYTES, size - at)), 0, Math.min(PART_BYTES, size - at), at);
  await file.sync();
  await file.truncate(0);
  await file.sync();
}
