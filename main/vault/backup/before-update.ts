/**
 * Before a newer version of the program changes a store, what the earlier one can open is kept: a backup in the chosen folder, or where there is none to write to a
 * copy beside the store. Nothing is changed where neither could be made.
 */
import { AppError } from '../app-error.ts';
import { backupNameOf } from '../backup-files/backup-files.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { copyAside } from '../backup-files/archive-files.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import { readRosterEntries, verifyRoster } from '../keys/roster.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { readChain } from '../log/chains.ts';
import { done } from '../log/done.ts';
import { NEVER_ABORTED } from '../long-work/long-work.ts';
import type { Engine } from '../store/engine/engine.ts';
import { type BackupSource, createBackupWatcher, makeBackup } from './make-backup.ts';

/** A drive that is away or full is no reason to shut the desk. */
const NO_PLACE: ReadonlySet<string> = new Set(['backup-no-folder', 'disk-full', 'disk-error']);

/** Returns what was made, for the log of the sign-in. `roots`: those that the PIN's slot has pinned. Errors, AppError: `disk-full`, `disk-error`, `store-damaged`, `backup-damaged`, those of `verifyRoster`. */
export async function keepBeforeUpdate(
  vault: Omit<BackupSource, 'roster'> & { readonly vaultDir: string; readonly roots: Roots },
  engine: Engine,
  onProgress: Parameters<typeof createBackupWatcher>[0],
): Promise<SessionEntry<'backup'>> {
  const { header, store, clock, roots, vaultDir } = vault;
  const roster = verifyRoster(header.vaultId, await readRosterEntries(store), roots, await readChain(store));
  const why = 'before-update';
  try {
    const watcher = createBackupWatcher(onProgress, NEVER_ABORTED);
    const { folder } = backupSettingsOf(header);
    if (folder === null) throw new AppError('backup-no-folder');
    const { name, bytes, rows, sheetKey } = await makeBackup({ ...vault, roster }, folder, engine, watcher);
    return done('backup', { end: 'made', name, bytes, rows, pruned: 0, why, sheetKey });
  } catch (error) {
    if (!(error instanceof AppError) || !NO_PLACE.has(error.code)) throw error;
    await store.checkpoint();
    const kept = await copyAside(vaultDir, header, backupNameOf(clock.now()).slice('RV-'.length));
    return { action: 'backup', outcome: 'failed', detail: { end: 'failed', code: error.code, why, kept } };
  }
}
