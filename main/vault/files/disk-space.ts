/** How much lies on a disk and how much fits on it. */
import { stat, statfs } from 'node:fs/promises';

/** Bytes of a file; 0 where there is none. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Bytes that may still be written in a folder. Errors: those of `statfs`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether two folders lie on one file system: what takes the one takes the other. Null where either is not there. */
export async function onSameDisk(one: string, other: string): Promise<boolean | null> {
  try {
    const [here, there] = await Promise.all([stat(one), stat(other)]);
    return here.dev === there.dev;
  } catch {
    return null;
  }
}
