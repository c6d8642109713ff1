/**
 * Before a newer version of the program changes a store, what the earlier one can open is kept: a backup in the chosen folder, or where there is none to write to a
 * copy beside the store. Nothing is changed where neither could be made. One of an earlier try serves again while it is whole and the store is as it was.
 */
import { join } from 'node:path';
import type { LogDetail } from '../../../contract/log/entries.ts';
import { AppError } from '../app-error.ts';
import { backupNameOf, checkStoreFile } from '../backup-files/backup-files.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { copyAside, findCopy } from '../backup-files/archive-files.ts';
import { type ManifestFacts, readManifest } from '../backup-files/manifest.ts';
import { toHex } from '../crypto/bytes.ts';
import { sha256Hex } from '../crypto/sha256.ts';
import { canonicalJson } from '../../files/canonical-json.ts';
import { digestOfHeader, type Header } from '../keys/header.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import { readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { ownChain, readChain } from '../log/chains.ts';
import { NEVER_ABORTED } from '../long-work/long-work.ts';
import type { Engine } from '../store/engine/engine.ts';
import { newestVersion } from '../store/migrate.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type BackupSource, type BackupWatcher, createBackupWatcher, makeBackup } from './make-backup.ts';
import { readFacts } from './store-facts.ts';
import { type RecordPlace, type UpdateRecord, readUpdateRecord, writeUpdateRecord } from './update-record.ts';

/** A drive that is away or full is no reason to shut the desk. */
const NO_PLACE: ReadonlySet<string> = new Set(['backup-no-folder', 'disk-full', 'disk-error']);

interface OlderVault extends Omit<BackupSource, 'roster'>, Omit<RecordPlace, 'header'> {
  /** Those that the PIN's slot has pinned. */
  readonly roots: Roots;
}

interface Kept {
  readonly made: UpdateRecord['made'];
  readonly detail: LogDetail<'backup'>;
}

/**
 * What was kept is in the update record when this returns, for the log of whoever comes in. Errors, AppError: `disk-full`, `disk-error`, `store-damaged`, `backup-damaged`,
 * those of `verifyRoster`.
 */
export async function keepBeforeUpdate(
  vault: OlderVault,
  engine: Engine,
  onProgress: Parameters<typeof createBackupWatcher>[0],
): Promise<void> {
  const watcher = createBackupWatcher(onProgress, NEVER_ABORTED);
  const before = readUpdateRecord(vault);
  const { made, detail } =
    (await keptBefore(vault, before, watcher)) ??
    (await makeInFolder(vault, engine, watcher).catch((error: unknown) => copyInstead(vault, error)));
  const [to, seq] = [newestVersion(), before?.seq ?? (await lastEntry(vault.store))];
  await writeUpdateRecord(vault, { to, seq, made, details: before?.details ?? [] }, detail);
}

/** The backup of an earlier try at this version, read through; null where it is not there as it was made, or header or store are not as they were. */
async function keptBefore(
  vault: OlderVault,
  before: UpdateRecord | null,
  watcher: BackupWatcher,
): Promise<Kept | null> {
  const { header, store } = vault;
  const made = before?.made ?? null;
  const detail = before?.details.find((one) => one.end === 'made' && one.name === made?.name);
  if (made === null || detail === undefined || before?.to !== newestVersion()) return null;
  if (made.folder !== backupSettingsOf(header).folder || !(await isWhole(made, watcher))) return null;
  const state = stateOf(header, await readFacts(store, header.vaultId));
  return state === made.state ? { made, detail: { ...detail, why: 'before-update-again' } } : null;
}

async function isWhole(
  { folder, name, sum }: NonNullable<UpdateRecord['made']>,
  { onProgress, signal }: BackupWatcher,
): Promise<boolean> {
  try {
    const manifest = await readManifest(join(folder, name));
    if (manifest.sum !== sum) return false;
    const onBytes = (done: number, total: number): void => onProgress('checking', done, total);
    await checkStoreFile(join(folder, name), manifest, { onBytes, signal });
    return true;
  } catch {
    return false;
  }
}

async function makeInFolder(vault: OlderVault, engine: Engine, watcher: BackupWatcher): Promise<Kept> {
  const { header, store, roots } = vault;
  const roster = verifyRoster(header.vaultId, await readRosterEntries(store), roots, await readChain(store));
  const { folder } = backupSettingsOf(header);
  if (folder === null) throw new AppError('backup-no-folder');
  const backup = await makeBackup({ ...vault, roster }, folder, engine, watcher);
  const { name, bytes, rows, sheetKey, facts, sum } = backup;
  return {
    made: { folder, name, state: stateOf(header, facts), sum },
    detail: { end: 'made', name, bytes, rows, pruned: 0, why: 'before-update', sheetKey },
  };
}

/** Of what a backup holds. */
const stateOf = (header: Header, facts: ManifestFacts): string =>
  sha256Hex(canonicalJson({ header: toHex(digestOfHeader(header)), facts }));

/** A copy of an earlier try serves where header and store are byte for byte what it has. */
async function copyInstead({ vaultDir, header, store, clock }: OlderVault, error: unknown): Promise<Kept> {
  if (!(error instanceof AppError) || !NO_PLACE.has(error.code)) throw error;
  await store.checkpoint();
  const again = await findCopy(vaultDir, header);
  const kept = again ?? (await copyAside(vaultDir, header, backupNameOf(clock.now()).slice('RV-'.length)));
  const why = again === null ? 'before-update' : 'before-update-again';
  return { made: null, detail: { end: 'failed', code: error.code, why, kept } };
}

async function lastEntry(store: ReadableStore): Promise<number> {
  const last = await store.get<{ readonly seq: number | null }>(
    ownChain(sql`SELECT max(seq) AS seq FROM $log`),
  );
  return last?.seq ?? 0;
}
