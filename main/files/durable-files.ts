/** Atomic, durable writing of files: complete or not at all, and synced before anybody relies on them. */
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { rename, rm } from './move-and-remove.ts';

/** Mode of every file: only its owner may read and write it. */
const OWNER_ONLY = 0o600;

/** Content of a file: all of it, or piece by piece for one that does not fit into memory. */
type Content = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a new file and syncs its content; the caller syncs the folder. Never follows a link or overwrites a
 * file. Errors: those of the file system, including `EEXIST`, and of the pieces; after a failed write nothing is left.
 */
export async function createFile(path: string, bytes: Content): Promise<void> {
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

/** As `createFile`, replacing what an earlier crash left. For a file that is useless when incomplete. */
export async function recreateFile(path: string, bytes: Uint8Array): Promise<void> {
  await rm(path, { force: true });
  await createFile(path, bytes);
}

/** New content written beside a file that it has not replaced yet. */
export interface StagedFile {
  /** Replaces the file by a rename, durable when this returns. */
  commit(): Promise<void>;
  /** Removes the new content; the file stays as it was. */
  discard(): Promise<void>;
}

/**
 * Writes the new content of `path` to `<path>.new`. Errors: those of the file system; `path` is unchanged
 * then.
 */
export async function stageFile(path: string, bytes: Uint8Array): Promise<StagedFile> {
  const staged = `${path}.new`;
  await recreateFile(staged, bytes);
  return stagedAt(staged, path);
}

const stagedAt = (staged: string, path: string): StagedFile => ({
  commit: async () => {
    await rename(staged, path);
    await syncFolder(dirname(path));
  },
  discard: () => rm(staged, { force: true }),
});

/**
 * Replaces a file atomically. Errors: those of the file system; the file is then unchanged, unless only the
 * sync of the folder failed.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await commit(await stageFile(path, bytes));
}

/**
 * As `replaceFile`, for a folder that others can write to: nobody knows the name of the new content before it is
 * there, so that nobody's link or file is in its place. Errors: those of the file system; the file is unchanged then.
 */
export async function replaceSharedFile(path: string, bytes: Uint8Array): Promise<void> {
  await commit(await stageSharedFile(path, bytes));
}

/** The new content of such a file, not yet in its place. Errors: as `createFile`. */
export async function stageSharedFile(path: string, content: Content): Promise<StagedFile> {
  const staged = `${path}.${randomBytes(8).toString('hex')}.new`;
  await createFile(staged, content);
  return stagedAt(staged, path);
}

async function commit(staged: StagedFile): Promise<void> {
  try {
    await staged.commit();
  } catch (error) {
    // The first failure is reported.
    await staged.discard().catch(() => undefined);
    throw error;
  }
}

/** Syncs the content of a file to the disk. Errors: those of the file system. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Syncs a folder, which makes a rename or a new name in it durable. Does nothing on Windows, where NTFS
 * journals folders. Errors: those of the file system.
 */
export async function syncFolder(folder: string | Buffer): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
