/** The bytes of one file, read where they lie: never the whole of it at once, and never a link, a pipe or a device. */
import { type Stats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that can be read anywhere. */
export interface Source {
  readonly size: number;
  /** At most `length` bytes from `position`; fewer at the end. Errors: those of the file system. */
  read(position: number, length: number): Buffer;
  /** Fills `bytes`, as far as there is something; how many it are. */
  readInto(bytes: Buffer, position: number): number;
}

/** A source that is a file. */
export interface FileSource extends Source {
  /** As it is now: it may be written to meanwhile. */
  state(): Stats;
  close(): void;
}

/** Errors: those of the file system; `Error` where it is no plain file. */
export function openSource(path: string): FileSource {
  // Without waiting: a pipe would wait for somebody who writes.
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(fd);
  if (!stats.isFile()) {
    closeSync(fd);
    throw new Error('no plain file');
  }
  const readInto = (bytes: Buffer, position: number): number => {
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(fd, bytes, done, bytes.length - done, position + done);
      if (read === 0) break;
      done += read;
    }
    return done;
  };
  return {
    size: stats.size,
    readInto,
    read: (position, length) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, stats.size - position)));
      return bytes.subarray(0, readInto(bytes, position));
    },
    state: () => fstatSync(fd),
    close: () => closeSync(fd),
  };
}

/** Bytes that are in memory already. */
export const sourceOf = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (position, length) => bytes.subarray(position, position + length),
  readInto: (target, position) => bytes.copy(target, 0, position, position + target.length),
});
