/**
 * Makes a backup while the desk goes on: a copy of one moment under a key of its own, opened again and checked, and only then called by its name.
 * Nobody is asked for a PIN: it takes the open store, public keys and the device secret.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { rename, rm } from '../../files/move-and-remove.ts';
import type { BackupPhase } from '../../../contract/backup/lists.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import { AppError } from '../app-error.ts';
import { diskError } from '../files/disk-error.ts';
import { freeBytes, sizeOf } from '../../files/disk-space.ts';
import { createFile, syncFolder } from '../../files/durable-files.ts';
import { toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { Header } from '../keys/header.ts';
import type { Session } from '../session/session.ts';
import type { Engine } from '../store/engine/engine.ts';
import {
  backupNameOf,
  partialName,
  removeBackup,
  removePartials,
  sumOfFile,
} from '../backup-files/backup-files.ts';
import { digestSheetKey, sealBackupKey } from './backup-key.ts';
import { estimateSecondsLeft, REPORT_EVERY } from '../long-work/progress.ts';
import { listBackups } from '../backup-files/list-backups.ts';
import {
  BACKUP_FORMAT,
  BACKUP_STORE_FILE,
  MANIFEST_FILE,
  type ManifestFacts,
  encodeManifest,
  parseManifest,
} from '../backup-files/manifest.ts';
import { mayGo } from '../backup-files/retention.ts';
import { schemaVersion } from '../store/migrate.ts';
import { readFacts } from './store-facts.ts';

export interface BackupWatcher {
  /** In units of the phase's own. */
  readonly onProgress: (phase: BackupPhase, done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Says how far the work is, not more often than a screen needs. */
export function createBackupWatcher(
  onProgress: (progress: VaultEvent<'backup.progress'>) => void,
  signal: AbortSignal,
): BackupWatcher {
  let phase: string | null = null;
  let began = 0;
  let told = 0;
  return {
    signal,
    onProgress: (now, done, total) => {
      const at = performance.now();
      if (now !== phase) [phase, began, told] = [now, at, 0];
      if (told > 0 && at - told < REPORT_EVERY) return;
      told = at;
      const secondsLeft = done >= total ? null : estimateSecondsLeft(at - began, done, total);
      onProgress({ phase: now, done, total, secondsLeft });
    },
  };
}

/** Of a session, or of a store that nobody has entered yet; `roster` is verified. */
export type BackupSource = Pick<Session, 'header' | 'store' | 'clock' | 'roster' | 'deviceSecret'>;

export interface MadeBackup {
  readonly name: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  /** Digest of its key as it is sealed to the sheet. */
  readonly sheetKey: string;
  readonly facts: ManifestFacts;
  /** Of its manifest. */
  readonly sum: string;
}

/** A copy may be as large as its store, with a manifest beside it. */
const SPARE_BYTES = 2 * 1024 * 1024;

/**
 * Errors, AppError: `backup-no-folder`, `disk-full` (asked before anything is written, too), `disk-error`, `store-damaged`, `backup-damaged`
 * (the copy did not come out whole), `store-mismatch`, `cancelled`. Nothing is left in the folder then.
 */
export async function makeBackup(
  session: BackupSource,
  folder: string,
  engine: Engine,
  watcher: BackupWatcher,
): Promise<MadeBackup> {
  const {
    header: { vaultId },
  } = session;
  const createdAt = session.clock.now();
  await makeReady(session, folder);
  const name = await freeName(folder, createdAt);
  const partial = join(folder, partialName(vaultId, name));
  const key = new Uint8Array(randomBytes(32));
  try {
    await mkdir(partial, { mode: 0o700 });
    const path = join(partial, BACKUP_STORE_FILE);
    const header = await copyOneMoment(session, { path, key }, watcher);
    const { facts, schema } = await openAgain(engine, { path, key }, vaultId, watcher);
    const sum = await sumOfFile(path, {
      onBytes: (done, total) => watcher.onProgress('writing', done, total),
      signal: watcher.signal,
    });
    const { bytes: manifest, sheetKey } = makeManifest(session, header, {
      createdAt,
      key,
      facts,
      schema,
      sum,
    });
    await createFile(join(partial, MANIFEST_FILE), manifest);
    await syncFolder(partial);
    await rename(partial, join(folder, name));
    await syncFolder(folder);
    return {
      name,
      bytes: sum.bytes,
      tables: facts.tables.length,
      rows: facts.tables.reduce((rows, table) => rows + table.rows, 0),
      sheetKey,
      facts,
      sum: parseManifest(manifest).sum,
    };
  } catch (error) {
    const told = await whyNotMade(error, session, { folder, partial });
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw told;
  } finally {
    zero(key);
  }
}

/** Errors: `backup-no-folder`, `disk-full`. */
async function makeReady(session: BackupSource, folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new AppError('backup-no-folder');
  try {
    await removePartials(folder, session.header.vaultId);
    const { size } = await stat(session.store.path);
    if ((await freeBytes(folder)) < size + SPARE_BYTES) throw new AppError('disk-full');
  } catch (error) {
    throw diskError(error);
  }
}

const LOOKS_DAMAGED: ReadonlySet<string> = new Set(['store-damaged', 'backup-damaged']);

/** A copy that there was no room for may look like a damaged store to the engine that wrote it. What is whole is not to be called damaged: the desk would be shut for it. */
async function whyNotMade(
  cause: unknown,
  session: BackupSource,
  { folder, partial }: { readonly folder: string; readonly partial: string },
): Promise<AppError> {
  const told = diskError(cause);
  if (!LOOKS_DAMAGED.has(told.code)) return told;
  const [needed, copied] = [
    (await sizeOf(session.store.path)) + SPARE_BYTES,
    await sizeOf(join(partial, BACKUP_STORE_FILE)),
  ];
  return (await freeBytes(folder)) + copied >= needed ? told : new AppError('disk-full', {}, { cause });
}

/** Two within one second are a second apart by their names. */
async function freeName(folder: string, now: number): Promise<string> {
  for (let at = now; ; at += 1000) {
    const name = backupNameOf(at);
    if (
      !(await stat(join(folder, name)).then(
        () => true,
        () => false,
      ))
    )
      return name;
  }
}

/** Header and store of one moment: where the header was replaced meanwhile, as by somebody who joined, it is copied again. */
async function copyOneMoment(
  session: BackupSource,
  to: { readonly path: string; readonly key: Uint8Array },
  watcher: BackupWatcher,
): Promise<Header> {
  for (;;) {
    const { header, store } = session;
    await store.exportTo({
      to,
      onProgress: (done, total) => watcher.onProgress('copying', done, total),
      signal: watcher.signal,
    });
    if (session.header === header) return header;
    await rm(to.path);
  }
}

async function openAgain(
  engine: Engine,
  file: { readonly path: string; readonly key: Uint8Array },
  vaultId: string,
  watcher: BackupWatcher,
): Promise<{ readonly facts: ManifestFacts; readonly schema: number }> {
  try {
    const store = await engine.open({ ...file, create: false });
    try {
      const facts = await readFacts(store, vaultId, watchRows(watcher));
      return { facts, schema: await schemaVersion(store) };
    } finally {
      await store.close();
    }
  } catch (error) {
    // It is the copy that is damaged, and no page of the store that it was made of.
    throw error instanceof AppError && error.code === 'store-damaged'
      ? new AppError('backup-damaged', { part: 'store' }, { cause: error })
      : error;
  }
}

/** How many rows there will be is not known before they are counted. */
export function watchRows(watcher: BackupWatcher): { readonly onRows: (rows: number) => void } {
  return {
    onRows: (rows) => {
      if (watcher.signal.aborted) throw new AppError('cancelled');
      watcher.onProgress('checking', rows, rows);
    },
  };
}

function makeManifest(
  session: BackupSource,
  header: Header,
  {
    createdAt,
    key,
    facts,
    schema,
    sum,
  }: {
    readonly createdAt: number;
    readonly key: Uint8Array;
    readonly facts: ManifestFacts;
    readonly schema: number;
    readonly sum: { readonly bytes: number; readonly sha256: string };
  },
): { readonly bytes: Uint8Array; readonly sheetKey: string } {
  const backup = { backupId: toHex(randomBytes(16)), vaultId: header.vaultId };
  const device = { id: header.deviceSecretId, secret: session.deviceSecret };
  const keyFor = sealBackupKey(backup, key, { roster: session.roster, header }, device);
  const bytes = encodeManifest(
    {
      format: BACKUP_FORMAT,
      ...backup,
      estateName: header.estateName,
      createdAt,
      epoch: header.epoch,
      header: JSON.stringify(header),
      keyFor,
      store: sum,
      schema,
    },
    facts,
    key,
  );
  return { bytes, sheetKey: digestSheetKey({ ...backup, keyFor }) };
}

/** Lets go of the backups of this vault that are old enough, by `mayGo`. Damaged ones stay: they are nobody's to take away unseen. */
export async function pruneOldBackups(folder: string, vaultId: string, now: number): Promise<number> {
  const own = (await listBackups(folder, vaultId)).flatMap(({ name, state, manifest }) =>
    state === 'ok' ? [{ name, createdAt: manifest.createdAt }] : [],
  );
  const old = new Set(
    mayGo(
      own.map(({ createdAt }) => createdAt),
      now,
    ),
  );
  const going = own.filter(({ createdAt }) => old.has(createdAt));
  for (const { name } of going) await removeBackup(folder, vaultId, name);
  return going.length;
}
