/**
 * Renames and removals that outlast whoever looks at a file for a moment. On Windows a virus scanner, an indexer or a backup program that has it open
 * makes either fail, with one of these codes, and lets go of it soon; on other systems they fail for good, and at once.
 */
import { type PathLike, renameSync as renameOnce } from 'node:fs';
import { rename as renameFile, rm as removeFile } from 'node:fs/promises';

const HELD: ReadonlySet<unknown> =
  process.platform === 'win32' ? new Set(['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY']) : new Set();
/** Milliseconds before each further try: 2.5 seconds in all. */
const PAUSES = [10, 20, 40, 80, 150, 300, 400, 500, 500, 500];
/** For what nobody can wait for: 150 ms in all. */
const SHORT_PAUSES = PAUSES.slice(0, 4);

/** As in Node. Errors: those of the file system; where somebody keeps the file open, after 2.5 seconds. */
export const rename = (from: PathLike, to: PathLike): Promise<void> => outlast(() => renameFile(from, to));

/** As in Node. Errors: as `rename`. */
export const rm = (
  path: PathLike,
  options?: { readonly force?: boolean; readonly recursive?: boolean },
): Promise<void> => outlast(() => removeFile(path, options));

/** As in Node, for the few small files that are written as a window closes. Errors: as `rename`, after 150 ms. */
export function renameSync(from: string, to: string): void {
  for (const pause of SHORT_PAUSES) {
    try {
      return renameOnce(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  renameOnce(from, to);
}

async function outlast(work: () => Promise<void>): Promise<void> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!isHeld(error)) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  }
  await work();
}

const isHeld = (error: unknown): boolean => HELD.has((error as NodeJS.ErrnoException | null)?.code);
