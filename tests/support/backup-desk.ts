/** A vault with a few residents and a folder for its backups, and what tests do to both. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileId } from '../../contract/ids.ts';
import { HEADER_FILE, type Header, osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { type TableHash, hashTables } from '../../main/vault/store/table-hashes.ts';
import type { Role } from '../../contract/fields.ts';
import { openSlot } from './open-slot.ts';
import { draftOf } from './people-drafts.ts';
import { makeTempDir } from './temp-dir.ts';
import { type HarnessOptions, PINS, type VaultHarness, createHarness } from './vault-harness.ts';
import { NEVER_ABORTED } from '../../main/vault/long-work/long-work.ts';

export const BACKUP_FOLDER = 'b'.repeat(32) as FileId;
export const WHY = { reason: 'repair' } as const;
export const NOBODY_WATCHES = { onProgress: () => undefined, signal: NEVER_ABORTED };

export interface BackupDeskForTest {
  readonly desk: VaultHarness;
  /** Where backups go. */
  readonly folder: string;
  /** The recovery sheet as somebody types it from paper. */
  readonly sheet: string;
}

/** Signed in as the admin, with that many residents. */
export async function openBackupDesk(
  options: HarnessOptions & { readonly people?: number; readonly folder?: string } = {},
): Promise<BackupDeskForTest> {
  const desk = await createHarness(options);
  const lines = await desk.setUp();
  await desk.unlock('supervisor');
  for (let n = 1; n <= (options.people ?? 3); n++) await desk.addPerson(draftOf(n));
  await desk.switchTo('admin');
  const folder = options.folder ?? makeTempDir();
  await chooseFolder(desk, folder);
  return { desk, folder, sheet: lines.map((groups) => groups.join(' ')).join('\n') };
}

/** Without the clock's own backups, unless asked for. */
export async function chooseFolder(
  desk: VaultHarness,
  folder: string,
  schedule: { readonly on: boolean; readonly hour: number } = { on: false, hour: 12 },
  pin: string = PINS.admin,
): Promise<void> {
  desk.vault.offerFile(BACKUP_FOLDER, folder, 'folder');
  await desk.call('backup.choose', { folderId: BACKUP_FOLDER, ...schedule, pin });
}

/** The name of one that was just made. */
export const makeOne = async (desk: VaultHarness): Promise<string> =>
  (await desk.call('backup.make', {})).name;

/** Names of the backups in a folder, the oldest first. */
export const backupsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('RV-'))
    .sort();
/** Names of what a recovery, a restore or an update has kept beside the store. */
export const keptIn = (vaultDir: string): readonly string[] =>
  readdirSync(vaultDir).filter((name) => name.startsWith('kept-'));

export const peopleFound = async (desk: VaultHarness): Promise<number> =>
  (await desk.call('people.search', { text: '3-2-' })).groups.reduce(
    (sum, group) => sum + group.rows.length,
    0,
  );

export const readCurrentHeader = async ({
  vaultDir,
  keychain,
}: Pick<VaultHarness, 'vaultDir' | 'keychain'>): Promise<Header> =>
  (await readHeader({ vaultDir, deviceSecrets: keychain.deviceSecrets, osUserHash: osUserHash() }))!;

/** Every table of the store that is in force, read behind the application's back. The vault has to be closed. */
export async function hashStore(
  { vaultDir, keychain }: Pick<VaultHarness, 'vaultDir' | 'keychain'>,
  engine: EngineName,
  role: Role = 'admin',
  pin: string = PINS[role],
): Promise<readonly TableHash[]> {
  const header = await readCurrentHeader({ vaultDir, keychain });
  const slot = header.slots.find((candidate) => candidate.role === role)!;
  const opened = await openSlot({
    header,
    slot,
    deviceSecret: keychain.deviceSecrets[header.deviceSecretId]!,
    pin,
  });
  const store = await chooseEngine(engine).open({
    path: join(vaultDir, header.storeFile),
    key: opened.storeKey,
    create: false,
  });
  try {
    return await hashTables(store);
  } finally {
    await store.close();
    opened.dispose();
  }
}

/** Names in the vault's folder that a vault at rest does not have. */
export const strangersIn = (vaultDir: string, header: Pick<Header, 'storeFile'>): readonly string[] =>
  readdirSync(vaultDir).filter(
    (name) =>
      ![
        'limiter.json',
        'limiter.json.new',
        'header.json',
        'header.prev.json',
        header.storeFile,
        `${header.storeFile}-wal`,
        `${header.storeFile}-shm`,
      ].includes(name),
  );

export const headerBytes = (vaultDir: string): Promise<Buffer> => readFile(join(vaultDir, HEADER_FILE));
