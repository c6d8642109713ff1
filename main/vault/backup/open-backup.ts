/** Opens a backup: by the sheet it was made under, anywhere, or by an admin's slot on the computer that made it. */
import { join } from 'node:path';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import type { OpenedSlot } from '../header/slots.ts';
import { isBackupName } from './backup-files.ts';
import { openByAdmin, openBySheet } from './backup-key.ts';
import type { Manifest, ManifestFacts } from './manifest.ts';
import { openFacts, readManifest } from './manifest.ts';

export interface OpenedBackup {
  /** The folder of this one backup. */
  readonly folder: string;
  readonly name: string;
  readonly manifest: Manifest;
  readonly facts: ManifestFacts;
  /** 32 bytes: the raw key of its store. */
  readonly key: Uint8Array;
  dispose(): void;
}

/** Who opens it. Of several sheets, the first that fits: an older one may be known beside today's. */
export type BackupOpener =
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
  const key = keyOf(manifest, opener);
  try {
    return { folder: path, name, manifest, facts: openFacts(manifest, key), key, dispose: () => zero(key) };
  } catch (error) {
    zero(key);
    throw error;
  }
}

function keyOf(manifest: Manifest, opener: BackupOpener): Uint8Array {
  if ('admin' in opener) return openByAdmin(manifest, opener.admin, opener.device);
  let refused: unknown = new AppError('backup-wrong-sheet');
  for (const sheet of opener.sheets) {
    try {
      return openBySheet(manifest, sheet);
    } catch (error) {
      refused = error;
      if (!(error instanceof AppError) || error.code !== 'backup-wrong-sheet') break;
    }
  }
  throw refused;
}
