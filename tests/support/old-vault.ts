/** The vault that code of November 2026 has made (tests/fixtures/vault-2026-11), opened in a copy of its folder. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../contract/fields.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { FileId, SlotId } from '../../contract/ids.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { type FakeClock, createFakeClock } from './fake-clock.ts';
import { MemoryKeychain, type VaultHarness, createHarness } from './vault-harness.ts';

const FIXTURE = join(projectDir, 'tests', 'fixtures', 'vault-2026-11');
const NAMES: Readonly<Record<Role, string>> = {
  admin: 'Admin One',
  supervisor: 'Super One',
  receptionist: 'Desk One',
};

interface Kept {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly pins: Readonly<Record<Role, string>>;
  /** The lines of the recovery sheet. */
  readonly sheet: readonly string[];
  readonly backup: string;
  /** In hexadecimal. */
  readonly keychain: {
    readonly deviceSecrets: Readonly<Record<string, string>>;
    readonly anchors: readonly string[];
  };
}

/** One entry of the old log, as the old code told it. */
export interface OldEntry {
  readonly seq: number;
  readonly action: string;
  readonly field: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

export interface OldVault {
  readonly desk: VaultHarness;
  readonly clock: FakeClock;
  readonly pins: Readonly<Record<Role, string>>;
  /** As typed from paper. */
  readonly sheet: string;
  readonly backup: string;
  /** Offered to the vault by `offerFolder`; a copy. */
  readonly backupsDir: string;
  offerFolder(): FileId;
  proofOf(role: Role): Promise<{ slotId: SlotId; pin: string }>;
  /** Locks first. */
  signIn(role: Role): Promise<RouteReply<'session.unlock'>>;
  dispose(): Promise<void>;
}

/** The log of the old vault, oldest first. */
export const readOldLog = async (): Promise<readonly OldEntry[]> =>
  JSON.parse(await readFile(join(FIXTURE, 'log.json'), 'utf8')) as readonly OldEntry[];

/** A started vault in a folder of its own, nobody signed in. */
export async function openOldVault(engine: EngineName): Promise<OldVault> {
  const kept = JSON.parse(await readFile(join(FIXTURE, 'vault.json'), 'utf8')) as Kept;
  const folder = await mkdtemp(join(tmpdir(), 'resident-vault-old-'));
  await cp(FIXTURE, folder, { recursive: true });
  const keychain = new MemoryKeychain();
  keychain.deviceSecrets = Object.fromEntries(
    Object.entries(kept.keychain.deviceSecrets).map(([id, hex]) => [id, bytesOf(hex)]),
  );
  keychain.anchors = kept.keychain.anchors.map(bytesOf);
  const clock = createFakeClock(kept.at);
  const desk = await createHarness({ engine, clock, keychain, vaultDir: join(folder, 'vault') });
  const backupsDir = join(folder, 'backups');
  const old: OldVault = {
    desk,
    clock,
    pins: kept.pins,
    sheet: kept.sheet.join('\n'),
    backup: kept.backup,
    backupsDir,
    offerFolder: () => {
      const folderId = 'c3'.repeat(16) as FileId;
      desk.vault.offerFile(folderId, backupsDir, 'folder');
      return folderId;
    },
    proofOf: async (role) => ({
      slotId: (await desk.people()).find(({ displayName }) => displayName === NAMES[role])!.slotId,
      pin: kept.pins[role],
    }),
    signIn: async (role) => {
      await desk.lock();
      return desk.call('session.unlock', await old.proofOf(role));
    },
    dispose: async () => {
      await desk.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return old;
}

const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
