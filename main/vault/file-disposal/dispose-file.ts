/**
 * Overwrites and removes a file that was read: what a program can do about it, which on an SSD is not all
 * (docs/decisions/0016-what-an-import-leaves-behind.md). It is taken away from under its name before anything of it is touched (decision 0124).
 */
import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, realpath, rmdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { syncFolder } from '../../files/durable-files.ts';
import { rename, rm } from '../../files/move-and-remove.ts';
import { openAs } from '../../files/plain-file.ts';
import { nameOfBytes, onDisk } from '../../files/raw-names.ts';
import { AppError } from '../app-error.ts';

/** By which it is known to be the file that was read, and unchanged. */
export interface FileMark {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
}

const PART_BYTES = 1024 * 1024;
/** How many names are tried for a file whose own is taken by another. */
const MAX_NAMES = 100;

/** Undefined for what is no file of its own: a link, a folder, nothing. */
export async function markFile(path: string): Promise<FileMark | undefined> {
  const found = await lstat(onDisk(path)).catch(() => undefined);
  return found?.isFile() === true
    ? { device: found.dev, inode: found.ino, size: found.size, changed: found.mtimeMs }
    : undefined;
}

/**
 * Random bytes over all of it, on disk before it is removed. It is moved into a folder of its own first, and looked at there: whatever is saved under
 * its name meanwhile, and whatever its folder leads to by then, stays. Errors, AppError: `file-changed` (another file by now, or written to since it
 * was read), `file-not-removed` (in use, or not ours to write); it is under its name again then, or beside it where that was taken meanwhile.
 */
export async function disposeFile(
  path: string,
  mark: FileMark,
): Promise<{ readonly bytes: number; readonly otherNames: boolean }> {
  try {
    const away = await takeAway(path, mark);
    try {
      const otherNames = await overwrite(away.file, away.isHalfDone ? null : mark);
      await rm(onDisk(away.file));
      await rmdir(onDisk(away.folder));
      await syncFolder(onDisk(dirname(away.folder)));
      return { bytes: mark.size, otherNames };
    } catch (error) {
      await putBack(away).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-not-removed', {}, { cause: error });
  }
}

/**
 * Whether nothing is left of a file whose destruction a stop of the computer has cut off: what it left half done is done first. False where the folder
 * cannot be looked at, such as one of a drive that is not plugged in.
 */
export async function isDisposedOf(path: string, mark: FileMark): Promise<boolean> {
  const away = await placesOf(path, mark).catch(() => null);
  if (away === null) return false;
  if (await isInode(away.file, mark))
    return disposeFile(path, mark).then(
      () => true,
      () => false,
    );
  return (await markFile(away.named)) === undefined;
}

interface Away {
  /** Where it lay, through no link. */
  readonly named: string;
  /** The folder into which it is moved, and what it is called there. */
  readonly folder: string;
  readonly file: string;
}

/** The same each time for one file, so that a later start finds what an earlier one has left. Errors: those of the file system. */
async function placesOf(path: string, { device, inode }: FileMark): Promise<Away> {
  const parent = nameOfBytes(await realpath(onDisk(dirname(path)), 'buffer'));
  const name = createHash('sha256')
    .update(`${basename(path)}\0${device}\0${inode}`)
    .digest('hex');
  const folder = join(parent, `.rv-${name.slice(0, 16)}`);
  return { named: join(parent, basename(path)), folder, file: join(folder, 'file') };
}

async function takeAway(path: string, mark: FileMark): Promise<Away & { readonly isHalfDone: boolean }> {
  const away = await placesOf(path, mark).catch(() => {
    throw new AppError('file-changed');
  });
  if (await isInode(away.file, mark)) return { ...away, isHalfDone: true };
  if (!isSame(await markFile(away.named), mark)) throw new AppError('file-changed');
  await makeFolder(away);
  try {
    await rename(onDisk(away.named), onDisk(away.file));
  } catch (error) {
    await rmdir(onDisk(away.folder)).catch(() => undefined);
    throw error;
  }
  return { ...away, isHalfDone: false };
}

/** One that a stop has left empty is used again. Nothing that lies in one that somebody else has made is written over. */
async function makeFolder({ folder, file }: Away): Promise<void> {
  try {
    await mkdir(onDisk(folder), { mode: 0o700 });
  } catch (error) {
    const isLeft = (await lstat(onDisk(folder))).isDirectory() && (await isFree(file));
    if (!isLeft) throw error;
  }
}

const isFree = (path: string): Promise<boolean> =>
  lstat(onDisk(path)).then(
    () => false,
    (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT',
  );

const isSame = (a: FileMark | undefined, b: FileMark): boolean =>
  a?.device === b.device && a.inode === b.inode && a.size === b.size && a.changed === b.changed;

async function isInode(path: string, mark: FileMark): Promise<boolean> {
  const found = await markFile(path);
  return found?.device === mark.device && found.inode === mark.inode;
}

/** Whether it has other names. `mark`: null for what is half overwritten already. Errors: AppError `file-changed`; those of the file system. */
async function overwrite(path: string, mark: FileMark | null): Promise<boolean> {
  const file = await openAs(onDisk(path), constants.O_RDWR);
  try {
    const { dev, ino, size, mtimeMs, nlink } = await file.stat();
    if (mark !== null && !isSame({ device: dev, inode: ino, size, changed: mtimeMs }, mark))
      throw new AppError('file-changed');
    await writeOver(file, size);
    return nlink > 1;
  } finally {
    await file.close();
  }
}

async function writeOver(file: FileHandle, size: number): Promise<void> {
  for (let at = 0; at < size; at += PART_BYTES) {
    const bytes = randomBytes(Math.min(PART_BYTES, size - at));
    await file.write(bytes, 0, bytes.length, at);
    await requireSize(file, size);
  }
  await file.sync();
  await file.truncate(0);
  await file.sync();
  await requireSize(file, 0);
}

/** A program that keeps it open has written to it meanwhile where it is of another size. */
async function requireSize(file: FileHandle, size: number): Promise<void> {
  if ((await file.stat()).size !== size) throw new AppError('file-changed');
}

/** Under its own name, or one like it where another file has that by now. No file is written over. */
async function putBack({ named, folder, file }: Away): Promise<void> {
  const stem = named.slice(0, named.length - extname(named).length);
  for (let n = 1; n <= MAX_NAMES; n += 1) {
    const name = n === 1 ? named : `${stem} (${n})${extname(named)}`;
    if (!(await isFree(name))) continue;
    try {
      await link(onDisk(file), onDisk(name));
      await rm(onDisk(file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      // A file system without second names.
      await rename(onDisk(file), onDisk(name));
    }
    await rmdir(onDisk(folder));
    return syncFolder(onDisk(dirname(folder)));
  }
}
