/** The bytes of one file, read where they lie: never the whole of it at once, and never a link, a pipe or a device. */
import type { PathLike, Stats } from 'node:fs';
import { openPlainFileSync } from '../../files/plain-file.ts';

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

/** Errors: those of the file system; `Error` where it is no plain file, or is gone. */
export function openSource(path: PathLike): FileSource {
  const file = openPlainFileSync(path);
  if (file === null) throw new Error('no plain file');
  return {
    ...file,
    read: (position, length) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, file.size - position)));
      return bytes.subarray(0, file.readInto(bytes, position));
    },
  };
}

/** Bytes that are in memory already. */
export const sourceOf = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (position, length) => bytes.subarray(position, position + length),
  readInto: (target, position) => bytes.copy(target, 0, position, position + target.length),
});
