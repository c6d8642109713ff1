/** Backups in a folder, classified without any key: whole by their sums, damaged, of another vault, of a newer version. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_BACKUPS } from '../../../contract/backup/lists.ts';
import { AppError } from '../app-error.ts';
import { NEVER_ABORTED } from '../long-work/long-work.ts';
import { BACKUP_STORE_FILE, type Manifest, readManifest } from './manifest.ts';
import { checkStoreFile, isBackupName } from './backup-files.ts';

export type FoundBackup =
  | { readonly name: string; readonly state: 'ok' | 'other-vault'; readonly manifest: Manifest }
  | { readonly name: string; readonly state: 'damaged' | 'newer'; readonly manifest: null };

/**
 * Newest first by name. Manifests are read whole and stores by their length, since reading every store through would take minutes on a slow
 * drive: `checkStoreFile` does that for one. Errors: AppError `backup-no-folder`.
 */
export async function listBackups(folder: string, vaultId: string | null): Promise<readonly FoundBackup[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new AppError('backup-no-folder', {}, { cause: error });
  });
  const backups: FoundBackup[] = [];
  for (const name of names.filter(isBackupName).sort().reverse().slice(0, MAX_BACKUPS))
    backups.push(await readFoundBackup(folder, name, vaultId));
  return backups;
}

async function readFoundBackup(folder: string, name: string, vaultId: string | null): Promise<FoundBackup> {
  try {
    const manifest = await readManifest(join(folder, name));
    const there = await lstat(join(folder, name, BACKUP_STORE_FILE));
    if (!there.isFile() || there.size !== manifest.store.bytes)
      return { name, state: 'damaged', manifest: null };
    return { name, state: vaultId === null || manifest.vaultId === vaultId ? 'ok' : 'other-vault', manifest };
  } catch (error) {
    return {
      name,
      state: error instanceof AppError && error.code === 'backup-newer' ? 'newer' : 'damaged',
      manifest: null,
    };
  }
}

/** The newest backup of a vault whose every byte is as its manifest says; null where there is none. For a repair: nobody has opened anything yet. */
export async function newestWhole(
  folder: string,
  vaultId: string,
): Promise<{ readonly name: string; readonly manifest: Manifest } | null> {
  for (const { name, state, manifest } of await listBackups(folder, vaultId)) {
    if (state !== 'ok') continue;
    const isWhole = await checkStoreFile(join(folder, name), manifest, {
      onBytes: () => undefined,
      signal: NEVER_ABORTED,
    }).then(
      () => true,
      () => false,
    );
    if (isWhole) return { name, manifest };
  }
  return null;
}
