/** A restore test: the backup is copied off its drive, opened, and held against its manifest to the last row, as a restore does it; then the copy goes. */
import { join } from 'node:path';
import { AppError } from '../app-error.ts';
import { freeBytes } from '../files/disk-space.ts';
import type { Engine } from '../store/engine/engine.ts';
import { copyStoreFile } from '../backup-files/backup-files.ts';
import { type BackupWatcher, watchRows } from './make-backup.ts';
import type { OpenedBackup } from './open-backup.ts';
import { expectFacts } from './store-facts.ts';
import { withTrialFolder } from './trial-folder.ts';

/** A journal beside the copy. */
const SPARE_BYTES = 8 * 1024 * 1024;

/** Errors, AppError: `backup-damaged` {part}, `store-damaged`, `store-mismatch`, `disk-full`, `disk-error`, `cancelled`. */
export async function checkBackup(
  backup: OpenedBackup,
  place: { readonly vaultDir: string; readonly engine: Engine },
  watcher: BackupWatcher,
): Promise<{ readonly tables: number; readonly rows: number }> {
  const { vaultDir, engine } = place;
  if ((await freeBytes(vaultDir)) < backup.manifest.store.bytes + SPARE_BYTES)
    throw new AppError('disk-full');
  return withTrialFolder(vaultDir, async (trial) => {
    const path = join(trial, 'store.db');
    await copyStoreFile(backup.folder, backup.manifest, path, {
      signal: watcher.signal,
      onBytes: (done, total) => watcher.onProgress('copying', done, total),
    });
    const store = await engine.open({ path, key: backup.key, create: false });
    try {
      await expectFacts(store, backup.manifest.vaultId, backup.facts, watchRows(watcher));
    } finally {
      await store.close();
    }
    const { tables } = backup.facts;
    return { tables: tables.length, rows: tables.reduce((rows, table) => rows + table.rows, 0) };
  });
}
