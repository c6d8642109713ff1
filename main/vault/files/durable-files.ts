/** The one way to write a file that counts: whole or not at all, and on the disk before anybody relies on it. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Its owner alone reads what is written here. */
const OWNER_ONLY = 0o600;

/**
 * Writes a new file and has its bytes on the disk; its name is the caller's to sync. Never follows or overwrites what is
 * there. Errors: those of the file system, `EEXIST` among them; nothing is left of it then.
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

/** As `createFile`, in the place of what a kill has left there. For a file of which a half is as good as none. */
export async function recreateFile(path: string, bytes: Uint8Array): Promise<void> {
  await rm(path, { force: true });
  await createFile(path, bytes);
}

/** What is written beside a file and has not taken its place yet. */
export interface StagedFile {
  /** Takes the place of the file by a rename, which a power cut does not take back once this has returned. */
  commit(): Promise<void>;
  /** Leaves the file as it was. */
  discard(): Promise<void>;
}

/** Writes what is to take the place of `path` to `<path>.new`. Errors: those of the file system; nothing has changed then. */
export async function stageFile(path: string, bytes: Uint8Array): Promise<StagedFile> {
  const staged = `${path}.new`;
  await recreateFile(staged, bytes);
  return {
    commit: async () => {
      await rename(staged, path);
      await syncFolder(dirname(path));
    },
    discard: () => rm(staged, { force: true }),
  };
}

/** Replaces a file whole. Errors: those of the file system; unless only the folder's sync failed, the file is as it was. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const staged = await stageFile(path, bytes);
  try {
    await staged.commit();
  } catch (error) {
    // What failed first is what is told.
    await staged.discard().catch(() => undefined);
    throw error;
  }
}

/** Has what was written to a file on the disk. Errors: those of the file system. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename or a new name durable. Windows has no such call and needs none: NTFS journals its folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
