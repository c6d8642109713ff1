/** The files of a backup: their names, their sum, a copy of the store that is checked as it is read. SQLite never runs where a backup lies. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rename, rm } from '../../files/move-and-remove.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { syncFolder } from '../../files/durable-files.ts';
import { NotOursError, openAs, openPlainFile } from '../../files/plain-file.ts';
import { BACKUP_STORE_FILE, type Manifest } from './manifest.ts';

const NAME = /^RV-\d{8}-\d{6}$/;
/** One that is being written, or being removed: nobody's backup. The vault is in its name, so that two vaults may share a folder. */
const partialOf = (vaultId: string): string => `.partial-${vaultId.slice(0, 12)}-`;
const PIECE_BYTES = 1024 * 1024;

export const isBackupName = (name: string): boolean => NAME.test(name);
export const partialName = (vaultId: string, name: string): string => `${partialOf(vaultId)}${name}`;

/** RV-20260131-030000: by the clock on the wall, so that people find it. */
export function backupNameOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `RV-${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}

interface CopyWatcher {
  readonly onBytes: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Reads the store of a backup through once. Errors, AppError: `backup-damaged` {part: 'store'}, `cancelled`, `disk-error`. */
export async function checkStoreFile(
  folder: string,
  manifest: Manifest,
  watcher: CopyWatcher,
): Promise<void> {
  await readStoreFile(folder, manifest, watcher, async () => undefined);
}

/**
 * As `checkStoreFile`, and writes what it reads to a new file, which is on the disk when this returns and gone when it throws.
 * Errors, AppError: those of `checkStoreFile`, `disk-full`.
 */
export async function copyStoreFile(
  folder: string,
  manifest: Manifest,
  to: string,
  watcher: CopyWatcher,
): Promise<void> {
  try {
    const file = await open(to, 'wx', 0o600);
    try {
      await readStoreFile(folder, manifest, watcher, async (piece) => void (await file.writeFile(piece)));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(to, { force: true });
    throw diskError(error);
  }
}

async function readStoreFile(
  folder: string,
  { store }: Manifest,
  watcher: CopyWatcher,
  each: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  const path = join(folder, BACKUP_STORE_FILE);
  const file = await openBackupStore(path);
  try {
    if ((await file.stat()).size !== store.bytes) throw damaged();
    const found = await hashFile(file, store.bytes, watcher, each);
    if (found !== store.sha256) throw damaged();
  } catch (error) {
    throw diskError(error);
  } finally {
    await file.close();
  }
}

const damaged = (): AppError => new AppError('backup-damaged', { part: 'store' });

async function openBackupStore(path: string): Promise<FileHandle> {
  const file = await openPlainFile(path).catch((error: unknown) => {
    throw error instanceof NotOursError ? damaged() : diskError(error);
  });
  if (file === null) throw damaged();
  return file;
}

/** SHA-256 in lower-case hexadecimal. */
async function hashFile(
  file: FileHandle,
  total: number,
  { onBytes, signal }: CopyWatcher,
  each: (piece: Uint8Array) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(PIECE_BYTES);
  for (let done = 0; ;) {
    if (signal.aborted) throw new AppError('cancelled');
    const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, done);
    if (bytesRead === 0) return hash.digest('hex');
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    await each(piece);
    done += bytesRead;
    onBytes(done, total);
  }
}

/** Length and SHA-256 of a file that has been written, synced to the disk. Errors, AppError: `cancelled`, `disk-full`, `disk-error`. */
export async function sumOfFile(
  path: string,
  watcher: CopyWatcher,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  try {
    const file = await openAs(path, constants.O_RDWR);
    try {
      await file.sync();
      const { size } = await file.stat();
      return { bytes: size, sha256: await hashFile(file, size, watcher, async () => undefined) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw diskError(error);
  }
}

/** Takes a backup away: by its name first, so that a kill leaves none that looks whole. */
export async function removeBackup(folder: string, vaultId: string, name: string): Promise<void> {
  const doomed = join(folder, partialName(vaultId, name));
  await rename(join(folder, name), doomed);
  await rm(doomed, { recursive: true, force: true });
  await syncFolder(folder);
}

/** Removes files that a killed backup, or a killed removal, of this vault has left. */
export async function removePartials(folder: string, vaultId: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((candidate) => candidate.startsWith(partialOf(vaultId))))
    await rm(join(folder, name), { recursive: true, force: true });
}
