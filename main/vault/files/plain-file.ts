/** Reads small files of our own from a folder that somebody else may be able to write to. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';

/** What is there is no file that we have written: a link, a folder, a device, a pipe, or too large. */
export class NotOursError extends Error {
  /** `kind`: anything but a file; `size`: larger than was allowed. */
  readonly why: 'kind' | 'size';

  constructor(why: NotOursError['why']) {
    super(`not a file of ours: ${why}`);
    this.name = 'NotOursError';
    this.why = why;
  }
}

/** Absent on Windows, where the look before has to do. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/**
 * The bytes of a file of at most `most` bytes; null where there is none. No link is followed: on Windows one may lead to
 * a server of somebody else, to which the system then signs in, before anybody has typed a PIN. No pipe is waited for.
 * Errors: NotOursError; those of the file system.
 */
export function readPlainFile(path: string, most: number): Uint8Array | null {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return null;
  if (!there.isFile()) throw new NotOursError('kind');
  const file = openSync(path, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const opened = fstatSync(file);
    if (!opened.isFile()) throw new NotOursError('kind');
    if (opened.size > most) throw new NotOursError('size');
    return new Uint8Array(readFileSync(file));
  } finally {
    closeSync(file);
  }
}
