/** Sizes of files and free space of disks. */
import { stat, statfs } from 'node:fs/promises';

/** Size of a file in bytes; 0 if there is none. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Free bytes for this user on the disk of a folder. Errors: those of `statfs`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether two folders are on one file system. Null where either does not exist. */
export async function onSameDisk(one: string, other: string): Promise<boolean | null> {
  try {
    const [here, there] = await Promise.all([stat(one), stat(other)]);
    return here.dev === there.dev;
  } catch {
    return null;
  }
}
