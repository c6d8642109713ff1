/** Reads files of our own from a folder or a drive that somebody else may be able to write to. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';

/** Thrown for anything that is no file written by us: a link, a folder, a device, a pipe, or a file that is too large. */
export class NotOursError extends Error {
  /** `kind`: anything but a file; `size`: larger than was allowed. */
  readonly why: 'kind' | 'size';

  constructor(why: NotOursError['why']) {
    super(`not a file of ours: ${why}`);
    this.name = 'NotOursError';
    this.why = why;
  }
}

/** Both are absent on Windows, where the look before has to do. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
/** Flag that opens no link. */
export const THROUGH_NO_LINK: number = O_NOFOLLOW;
const TO_READ = constants.O_RDONLY | THROUGH_NO_LINK | O_NONBLOCK;

/**
 * The bytes of a file of at most `most` bytes; null where there is none. No link is followed: on Windows one may lead to
 * a server of somebody else, to which the system then signs in, before anybody has typed a PIN. No pipe is waited for.
 * Errors: NotOursError; those of the file system.
 */
export function readPlainFile(path: string, most: number): Uint8Array | null {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return null;
  if (!there.isFile()) throw new NotOursError('kind');
  const file = openSync(path, TO_READ);
  try {
    const opened = fstatSync(file);
    if (!opened.isFile()) throw new NotOursError('kind');
    if (opened.size > most) throw new NotOursError('size');
    return new Uint8Array(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

/**
 * As `readPlainFile`, for a file of any size on a drive that may be slow: opened to be read; null where there is none.
 * The caller closes it.
 */
export async function openPlainFile(path: string): Promise<FileHandle | null> {
  const there = await kindOf(path);
  if (there === null) return null;
  if (there !== 'file') throw new NotOursError('kind');
  const file = await open(path, TO_READ);
  try {
    if (!(await file.stat()).isFile()) throw new NotOursError('kind');
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Kind of the entry at a path, without following links; null where there is none. Errors: those of the file system. */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | null> {
  try {
    const there = await lstat(path);
    return there.isFile() ? 'file' : there.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
