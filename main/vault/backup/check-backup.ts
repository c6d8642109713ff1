/** A restore test: the backup is copied off its drive, opened, and held against its manifest to the last row, as a restore does it; then the copy goes. */
import { join } from 'node:path';
import { SEALED_TIERS } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import { freeBytes } from '../../files/disk-space.ts';
import { digestForSheet, isAsSigned } from '../keys/for-sheet.ts';
import type { Header } from '../keys/header.ts';
import { openLogSegment } from '../keys/log-segment.ts';
import { openEarlierTiers, openTier, readTierGrants } from '../keys/open-tier.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import { readRosterEntries, verifyRoster } from '../keys/roster.ts';
import { type OpenedRecovery, openRecoverySlot } from '../keys/slots.ts';
import { readTierRecords } from '../keys/tier-keys.ts';
import { verifyTierKeys } from '../keys/verify-store.ts';
import { ownChain, readChain } from '../log/chains.ts';
import { recoverOnTrial } from '../recovery-by-sheet/recover-on-trial.ts';
import type { ScratchPlace } from '../recovery-by-sheet/scratch.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { copyStoreFile } from '../backup-files/backup-files.ts';
import { opensToSheet } from './backup-key.ts';
import { type BackupWatcher, watchRows } from './make-backup.ts';
import type { OpenedBackup } from './open-backup.ts';
import { unpackBackup } from './restore.ts';
import { expectFacts } from './store-facts.ts';
import { withTrialFolder } from './trial-folder.ts';

/** A journal beside the copy. */
const SPARE_BYTES = 8 * 1024 * 1024;
/** The copy that is counted; the vault that is laid from it, and what a recovery of that takes. */
const COPIES = { byPin: 1, bySheet: 5 } as const;

interface CheckPlace extends ScratchPlace {
  readonly roots: Roots;
}

/**
 * By PIN and by sheet alike, what the sheet opens is held against what was signed for, and the backup's own key as it is sealed to the sheet against the key. By the sheet it
 * also goes the way of a recovery, to its end. Errors, AppError: `backup-damaged` {part; `sheet` where the sheet would not open all that it should}, `store-damaged`, `store-mismatch`, `disk-full`, `disk-error`,
 * `cancelled`.
 */
export async function checkBackup(
  backup: OpenedBackup,
  place: CheckPlace,
  watcher: BackupWatcher,
): Promise<{ readonly tables: number; readonly rows: number }> {
  const { vaultDir, engine, roots } = place;
  const { manifest, sheet } = backup;
  const copies = sheet === null ? COPIES.byPin : COPIES.bySheet;
  if ((await freeBytes(vaultDir)) < manifest.store.bytes * copies + SPARE_BYTES)
    throw new AppError('disk-full');
  return withTrialFolder(vaultDir, async (trial) => {
    const path = join(trial, 'store.db');
    await copyStoreFile(backup.folder, manifest, path, {
      signal: watcher.signal,
      onBytes: (done, total) => watcher.onProgress('copying', done, total),
    });
    const store = await engine.open({ path, key: backup.key, create: false });
    try {
      await expectFacts(store, manifest.vaultId, backup.facts, watchRows(watcher));
      await expectForSheet(store, backup, roots);
    } finally {
      await store.close();
    }
    if (sheet !== null)
      await goByTheSheet(backup, sheet, { ...place, vaultDir: join(trial, 'recovered') }, watcher);
    const { tables } = backup.facts;
    return { tables: tables.length, rows: tables.reduce((rows, table) => rows + table.rows, 0) };
  });
}

const notForSheet = (cause?: unknown): AppError =>
  new AppError('backup-damaged', { part: 'sheet' }, cause === undefined ? {} : { cause });

/** What a sheet would open is as an admin signed for it, and opens to the sheet of that roster: without the sheet. */
async function expectForSheet(
  store: ReadableStore,
  { manifest, key }: OpenedBackup,
  roots: Roots,
): Promise<void> {
  const header = manifest.parsedHeader;
  const roster = verifyRoster(header.vaultId, await readRosterEntries(store), roots, await readChain(store));
  if (!isAsSigned(roster, await digestForSheet(header, store))) throw notForSheet();
  if (!opensToSheet(manifest, key, roster.recoveryKey)) throw new AppError('backup-damaged', { part: 'key' });
}

/** The folder of a vault is laid, all that the sheet alone opens is opened, and the vault recovered there as on a computer that knows nothing of it. */
async function goByTheSheet(
  backup: OpenedBackup,
  secret: Uint8Array,
  place: CheckPlace,
  watcher: BackupWatcher,
): Promise<void> {
  const { header } = await unpackBackup(backup, secret, [place.roots], place, watcher);
  await openAllBy(secret, header, place);
  if (watcher.signal.aborted) throw new AppError('cancelled');
  const next = await recoverOnTrial(secret, header, place);
  try {
    await openAllBy(next.secret, next.header, place);
  } finally {
    zero(next.secret);
  }
}

/** By what the sheet alone opens: its store, both tiers in every epoch, the first keys of the log. */
async function openAllBy(
  secret: Uint8Array,
  header: Header,
  { vaultDir, engine }: ScratchPlace,
): Promise<void> {
  const sheet = openRecoverySlot(header, secret);
  try {
    const store = await engine.open({
      path: join(vaultDir, header.storeFile),
      key: sheet.storeKey,
      create: false,
    });
    try {
      await openEverything(store, header, sheet);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof AppError && error.code === 'needs-supervisor' ? notForSheet(error) : error;
  } finally {
    sheet.dispose();
  }
}

async function openEverything(
  store: ReadableStore,
  { vaultId }: Header,
  sheet: OpenedRecovery,
): Promise<void> {
  const { roots } = sheet.pins;
  const roster = verifyRoster(vaultId, await readRosterEntries(store), roots, await readChain(store));
  const keys = { vaultId, roots, tierKeys: verifyTierKeys(await readTierRecords(store), sheet, roster) };
  for (const tier of SEALED_TIERS) {
    const granted = await readTierGrants(store, keys, sheet, tier);
    const earlier = await openEarlierTiers(store, granted, sheet, sheet.generation, tier, { keys, roster });
    const opened = [openTier(granted, sheet, sheet.generation, tier, keys), ...earlier];
    zero(...opened.flatMap((one) => [one.privateKey, one.matchKey]));
    if (opened.length !== granted.length) throw notForSheet();
  }
  const segments = await store.all<{ readonly id: number; readonly sealed: Uint8Array }>(
    ownChain(
      sql`SELECT id, sealed_first_key AS sealed FROM $segments WHERE sheet_generation = ${sheet.generation}`,
    ),
  );
  for (const { id, sealed } of segments) {
    const firstKey = openLogSegment(vaultId, id, sheet.receive, sealed);
    if (firstKey === null) throw notForSheet();
    zero(firstKey);
  }
}
