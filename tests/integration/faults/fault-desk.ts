/** A vault with residents, put back as it was before each fault; what is in its folder and keychain, as hashes to compare. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { KeychainReading } from '../../../contract/host.ts';
import type { Role } from '../../../contract/fields.ts';
import { readAnchor } from '../../../main/vault/anchor/anchor.ts';
import { HEADER_FILE, type Header } from '../../../main/vault/keys/header.ts';
import { LIMITER_FILE } from '../../../main/vault/keys/limiter.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { writtenBack } from '../../support/written-back.ts';

export const STORE_FILE = 'store-0001.db';
export const WAL_FILE = `${STORE_FILE}-wal`;
export const PAGE = 4096;
/** Residents in the store: enough that its trees have more than one level. */
export const PEOPLE = 6;

/** Finds all of them, by their rooms. */
export const EVERYBODY = '3-2-';

export interface FaultDesk {
  readonly harness: VaultHarness;
  readonly dir: string;
  path(name: string): string;
  /** The folder and keychain of a vault that was closed (`closed`), or killed with the last edits in its WAL (`killed`). */
  putBack(how?: 'closed' | 'killed'): Promise<void>;
  header(): Header;
  writeHeader(bytes: string | Uint8Array): void;
  dispose(): Promise<void>;
}

export async function makeFaultDesk(engine?: EngineName): Promise<FaultDesk> {
  const harness = await openDesk('supervisor', engine === undefined ? {} : { engine });
  for (let n = 1; n <= PEOPLE; n++) await harness.addPerson(draftOf(n));
  const { vaultDir: dir, keychain } = harness;
  const images: Record<'closed' | 'killed', Image> = {
    killed: await takeImage(harness),
    closed: { folder: '', keychain: keychain.snapshot() },
  };
  rmSync(join(images.killed.folder, `${STORE_FILE}-shm`), { force: true });
  await harness.vault.close();
  images.closed = await takeImage(harness);
  let closed = true;
  const close = async (): Promise<void> => {
    if (!closed) await harness.vault.close().catch(() => undefined);
    closed = false;
  };
  return {
    harness,
    dir,
    path: (name) => join(dir, name),
    putBack: async (how = 'closed') => {
      await close();
      for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
      cpSync(images[how].folder, dir, { recursive: true });
      Object.assign(keychain, {
        deviceSecrets: { ...images[how].keychain.deviceSecrets },
        anchors: [...images[how].keychain.anchors],
      });
    },
    header: () => JSON.parse(readFileSync(join(dir, HEADER_FILE), 'utf8')) as Header,
    writeHeader: (bytes) => writeFileSync(join(dir, HEADER_FILE), bytes),
    dispose: async () => {
      await close();
      await harness.dispose().catch(() => undefined);
      for (const { folder } of Object.values(images)) rmSync(folder, { recursive: true });
    },
  };
}

interface Image {
  readonly folder: string;
  readonly keychain: ReturnType<VaultHarness['keychain']['snapshot']>;
}

/** The count of a right PIN is written behind the sign-in's back, so the image waits for that. */
async function takeImage(harness: VaultHarness): Promise<Image> {
  await writtenBack(harness);
  const folder = mkdtempSync(join(tmpdir(), 'resident-vault-image-'));
  cpSync(harness.vaultDir, folder, { recursive: true });
  return { folder, keychain: harness.keychain.snapshot() };
}

/** Everything: what must be the same after a refusal that asks for no PIN. */
export const everything = ({ harness, dir }: FaultDesk): unknown => ({
  files: hashFolder(dir),
  keychain: hexOf(harness.keychain.snapshot()),
});

/** A try is counted in it before it is made. */
const COUNTED = [LIMITER_FILE, `${LIMITER_FILE}.new`];

/**
 * All that a PIN which was typed in vain may not change: a try is counted in limiter.json and the anchor, and SQLite keeps
 * an index of the WAL beside it, which holds no data.
 */
export function everythingButCounts({ harness, dir }: FaultDesk): unknown {
  const anchored = readAnchor(harness.keychain.anchors.filter((copy) => copy !== undefined));
  const { log, rosterHead, epoch, headerGeneration, vaultId } = anchored!.state;
  return {
    files: hashFolder(dir, [...COUNTED, `${STORE_FILE}-shm`]),
    deviceSecrets: hexOf(harness.keychain.deviceSecrets),
    anchored: hexOf({ log, rosterHead, epoch, headerGeneration, vaultId }),
  };
}

/** Bytes anywhere in it as hexadecimal, so that a difference can be read. */
function hexOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(hexOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hexOf(part)]));
  return value;
}

/** One vault at a time has the folder, as one process does. */
async function startAnew(harness: VaultHarness, reading?: KeychainReading): Promise<void> {
  await harness.vault.close().catch(() => undefined);
  await harness.start(reading ?? harness.keychain.reading());
}

/** What a fresh vault process says of the folder, and that no way leads past it to a set-up or a PIN. */
export async function refusalAtStart(
  { harness }: FaultDesk,
  reading?: KeychainReading,
): Promise<ErrorCode | null> {
  await startAnew(harness, reading);
  const status = await harness.call('vault.status', {});
  if (status.state !== 'refused') return null;
  const tries = [
    await harness.codeOf('setup.checkPin', { role: 'receptionist', pin: PINS.receptionist, name: 'X' }),
    await harness.codeOf('setup.begin', {
      estateName: 'Other',
      admin: { name: 'A', pin: PINS.admin },
      supervisor: { name: 'B', pin: PINS.supervisor },
      receptionist: { name: 'C', pin: PINS.receptionist },
      adminIsSupervisor: false,
    }),
    await harness.codeOf('setup.finish', { answers: ['AAAA', 'AAAA'] }),
    await harness.codeOf('session.unlock', { slotId: '0123456789abcdef', pin: PINS.receptionist }),
    await harness.codeOf('people.search', { text: 'z' }),
  ];
  if (tries.some((code) => code === 'ok' || code === 'internal'))
    throw new Error(`a refused vault answers ${tries.join(', ')}`);
  if (status.people.length > 0 || status.estateName !== null)
    throw new Error('a refused vault names its people');
  return status.problem;
}

/** Signs in on a fresh vault process: `ok`, or why not. */
export async function signIn({ harness }: FaultDesk, role: Role): Promise<ErrorCode | 'ok'> {
  await startAnew(harness);
  const { people } = await harness.call('vault.status', {});
  const person = people.find((one) => one.role === role);
  if (person === undefined) throw new Error('the vault shows nobody to sign in');
  return harness.codeOf('session.unlock', { slotId: person.slotId, pin: PINS[role] });
}
