/**
 * The one door to files that somebody else may have laid, or that a person or a sweep has chosen: nothing but a plain file is opened, no link is
 * followed, no pipe is waited for, and no more is read than the caller can hold. `scripts/checks/layer-rules.ts` lists who may open files without it.
 */
import {
  type PathLike,
  type Stats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
} from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';

/** Thrown for anything that is no file of its own: a link, a folder, a device, a pipe, or a file that is too large. */
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
/** Flags that open no link and wait for no pipe. */
const THROUGH_NO_LINK: number = O_NOFOLLOW | O_NONBLOCK;
const TO_READ = constants.O_RDONLY | THROUGH_NO_LINK;

/** A plain file that is open to be read. */
interface OpenFile {
  /** As it was when it was opened. */
  readonly size: number;
  /** Fills `bytes` from `position` as far as the file goes; how many it are. Errors: those of the file system. */
  readInto(bytes: Uint8Array, position: number): number;
  /** As it is now: it may be written to meanwhile. */
  state(): Stats;
  close(): void;
}

/** Null where there is none; the caller closes it. Errors: NotOursError `kind`; those of the file system. */
export function openPlainFileSync(path: PathLike): OpenFile | null {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return null;
  if (!there.isFile()) throw new NotOursError('kind');
  const file = openSync(path, TO_READ);
  try {
    const opened = fstatSync(file);
    if (!isSamePlainFile(there, opened)) throw new NotOursError('kind');
    return {
      size: opened.size,
      readInto: (bytes, position) => fill(file, bytes, position),
      state: () => fstatSync(file),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** On Windows, which has no flag against links, the comparison is what refuses one. */
const isSamePlainFile = (named: Stats, opened: Stats): boolean =>
  opened.isFile() && (O_NOFOLLOW !== 0 || (opened.dev === named.dev && opened.ino === named.ino));

function fill(file: number, bytes: Uint8Array, position: number): number {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, bytes.length - done, position + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

/**
 * The bytes of a file of at most `most` bytes; null where there is none. No link is followed: on Windows one may lead to
 * a server of somebody else, to which the system then signs in, before anybody has typed a PIN. No pipe is waited for.
 * Errors: NotOursError; those of the file system.
 */
export function readPlainFile(path: PathLike, most: number): Uint8Array | null {
  const file = openPlainFileSync(path);
  if (file === null) return null;
  try {
    if (file.size > most) throw new NotOursError('size');
    // What says that it is empty may have content all the same, and what is written to may grow: neither is read any further than this.
    const bytes = new Uint8Array(Math.min(most, Math.max(file.size, MIN_READ_BYTES)) + 1);
    const read = file.readInto(bytes, 0);
    if (read > most) throw new NotOursError('size');
    return bytes.slice(0, read);
  } finally {
    file.close();
  }
}

const MIN_READ_BYTES = 4096;

/**
 * As `readPlainFile`, for a file of any size on a drive that may be slow: opened to be read; null where there is none.
 * The caller closes it.
 */
export async function openPlainFile(path: string): Promise<FileHandle | null> {
  const there = await kindOf(path);
  if (there === null) return null;
  if (there !== 'file') throw new NotOursError('kind');
  return openAs(path, TO_READ);
}

/** A plain file opened with flags of its own, for who writes to it as well; the caller closes it. Errors: as `openPlainFileSync`. */
export async function openAs(path: string | Buffer, flags: number): Promise<FileHandle> {
  const named = await lstat(path);
  if (!named.isFile()) throw new NotOursError('kind');
  const file = await open(path, flags | THROUGH_NO_LINK);
  try {
    if (!isSamePlainFile(named, await file.stat())) throw new NotOursError('kind');
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The pieces of a plain file of any size, which is closed at its end. Errors: NotOursError `kind`; those of the file system, `ENOENT` among them. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await openAs(path, TO_READ);
  yield* file.createReadStream() as AsyncIterable<Uint8Array>;
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
