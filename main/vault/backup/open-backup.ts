/** Opens a backup: by the sheet it was made under, anywhere, or by an admin's slot on the computer that made it. */
import { join } from 'node:path';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import { isBackupName } from '../backup-files/backup-files.ts';
import { openByAdmin, openBySheet } from './backup-key.ts';
import { type Manifest, type ManifestFacts, openFacts, readManifest } from '../backup-files/manifest.ts';

export interface OpenedBackup {
  /** The folder of this one backup. */
  readonly folder: string;
  readonly name: string;
  readonly manifest: Manifest;
  readonly facts: ManifestFacts;
  /** 32 bytes: the raw key of its store. */
  readonly key: Uint8Array;
  /** The sheet that has opened it, which stays the caller's; null where an admin has. */
  readonly sheet: Uint8Array | null;
  dispose(): void;
}

/** Who opens it. Of several sheets, the first that fits: an older one may be known beside today's. */
type BackupOpener =
  | { readonly sheets: readonly Uint8Array[] }
  | { readonly admin: OpenedSlot; readonly device: { readonly id: string; readonly secret: Uint8Array } };

/**
 * Errors, AppError: `not-found`, `backup-damaged` {part: 'manifest' | 'key' | 'mac'}, `backup-newer`, `backup-needs-sheet`, `backup-wrong-sheet`, `disk-error`.
 * The store itself has not been looked at yet.
 */
export async function openBackup(folder: string, name: string, opener: BackupOpener): Promise<OpenedBackup> {
  if (!isBackupName(name)) throw new AppError('not-found');
  const path = join(folder, name);
  const manifest = await readManifest(path);
  const { key, sheet } = keyOf(manifest, opener);
  try {
    return {
      folder: path,
      name,
      manifest,
      facts: openFacts(manifest, key),
      key,
      sheet,
      dispose: () => zero(key),
    };
  } catch (error) {
    zero(key);
    throw error;
  }
}

function keyOf(manifest: Manifest, opener: BackupOpener): Pick<OpenedBackup, 'key' | 'sheet'> {
  if ('admin' in opener) return { key: openByAdmin(manifest, opener.admin, opener.device), sheet: null };
  let refused: unknown = new AppError('backup-wrong-sheet');
  for (const sheet of opener.sheets) {
    try {
      return { key: openBySheet(manifest, sheet), sheet };
    } catch (error) {
      refused = error;
      if (!(error instanceof AppError) || error.code !== 'backup-wrong-sheet') break;
    }
  }
  throw refused;
}
