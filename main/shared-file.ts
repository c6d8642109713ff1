/** Writes a file into a folder that is not the application's own, such as a desktop or a share. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Readable by its owner alone from its first byte, on disk before its name is taken. Others may write to the folder: nobody knows the name of the
 * draft before it is there, and nothing that lies there is followed or overwritten. Errors: those of the file system; the file is unchanged then.
 */
export async function replaceSharedFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}.new`;
  const file = await open(draft, 'wx', 0o600);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
