/** The only door to the operating system's keychain: the device secrets and the two copies of the anchor of one vault folder. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { KeychainItems, KeychainReading } from '../../contract/host.ts';
import { createQueue } from '../queue.ts';
import { type SecretServiceState, hasBusAddress, readSecretServiceState } from './secret-service.ts';

const SERVICE = 'Resident Vault';
const MAILBOX = 'mailbox';
const SECRET_ID = /^[A-Za-z0-9_-]{1,64}$/;

export interface StoredItem {
  readonly account: string;
  readonly password: string;
}

/** The part of keytar's interface that is used, so that tests can stand in for it. */
export interface PasswordStore {
  getPassword(service: string, account: string): Promise<string | null>;
  /** On Linux this brings the process down when the collection is locked and holds an item of the service. */
  findCredentials(service: string): Promise<readonly StoredItem[]>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  /** False where there was none. */
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface OsKeychain {
  /** Waits for every write begun before it, so that a fresh vault never starts from an older anchor. Never rejects. */
  read(): Promise<KeychainReading>;
  /** Resolves to false when the keychain refuses the item. What is asked of any vault's items is done one after another, in order. */
  writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<boolean>;
  /** Read back before it counts as written: the header that names it is the only way into the vault. */
  writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<boolean>;
  /** Resolves to true when it is not there any more. */
  deleteDeviceSecret(secretId: string): Promise<boolean>;
  /** Of this desk's login at the mailbox of several; null where there is none, or the keychain does not give it. Never rejects. */
  readMailboxPassword(): Promise<string | null>;
  /** Resolves to false when the keychain refuses it. */
  writeMailboxPassword(password: string): Promise<boolean>;
  /** Deletes every item of this vault folder. Resolves to false when the keychain does not let go of one. */
  deleteAll(): Promise<boolean>;
  /** Resolves when everything asked for so far is done. */
  drain(): Promise<void>;
}

export interface Dependencies {
  readonly store: PasswordStore;
  /** False where libsecret may not be asked at all: without an address it would start a bus of its own. */
  readonly hasBus: () => boolean;
  /** Why nothing came back; other systems have no locked state that looks like an empty one. */
  readonly diagnose: () => Promise<SecretServiceState>;
}

/** Items of two vault folders, such as two profiles of one user, must not meet. */
export function vaultKeyOf(vaultDir: string): string {
  return createHash('sha256')
    .update('resident-vault/keychain/')
    .update(resolve(vaultDir))
    .digest('base64url')
    .slice(0, 22);
}

/** Not before the process holds native modules against their list, which the imports of a bundle would be. */
const nativeRequire = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

export function openOsKeychain(vaultDir: string): OsKeychain {
  const vaultKey = vaultKeyOf(vaultDir);
  const keytar = nativeRequire('keytar') as PasswordStore;
  if (process.platform !== 'linux')
    return createOsKeychain(vaultKey, { store: keytar, hasBus: () => true, diagnose: async () => 'open' });
  return createOsKeychain(vaultKey, {
    store: keytar,
    hasBus: () => hasBusAddress(process.env),
    diagnose: () => readSecretServiceState(process.env),
  });
}

/** Of this process, whichever vault's: while items are listed, the system answers with a failure if one of them is deleted. */
const inTurn = createQueue();

export function createOsKeychain(vaultKey: string, dependencies: Dependencies): OsKeychain {
  const { store } = dependencies;
  const done = (work: () => Promise<unknown>): Promise<boolean> =>
    inTurn(work).then(
      (result) => result !== false,
      () => false,
    );
  const nameOf = (account: string): string => `${vaultKey}/${account}`;
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const writeAndRead = async (account: string, text: string): Promise<boolean> => {
    await store.setPassword(SERVICE, account, text);
    return (await store.getPassword(SERVICE, account)) === text;
  };
  return {
    read: () => inTurn(() => readItems(vaultKey, dependencies)),
    writeAnchor: (copy, bytes) =>
      done(() => store.setPassword(SERVICE, nameOf(`anchor/${copy}`), textOf(bytes))),
    writeDeviceSecret: async (secretId, bytes) =>
      SECRET_ID.test(secretId) &&
      done(() => writeAndRead(nameOf(`device-secret/${secretId}`), textOf(bytes))),
    deleteDeviceSecret: async (secretId) =>
      SECRET_ID.test(secretId) &&
      done(async () => void (await store.deletePassword(SERVICE, nameOf(`device-secret/${secretId}`)))),
    readMailboxPassword: () =>
      inTurn(() =>
        dependencies.hasBus() ? store.getPassword(SERVICE, nameOf(MAILBOX)) : Promise.resolve(null),
      ).catch(() => null),
    writeMailboxPassword: (password) => done(() => writeAndRead(nameOf(MAILBOX), password)),
    deleteAll: () =>
      done(async () => {
        const reading = await readItems(vaultKey, dependencies);
        if (reading.state !== 'found') return reading.state === 'item-missing';
        const names = Object.keys(reading.items.deviceSecrets).map((id) => `device-secret/${id}`);
        for (const name of [...names, 'anchor/0', 'anchor/1', MAILBOX])
          await store.deletePassword(SERVICE, nameOf(name));
        return true;
      }),
    drain: () => inTurn(async () => undefined),
  };
}

async function readItems(
  vaultKey: string,
  { store, hasBus, diagnose }: Dependencies,
): Promise<KeychainReading> {
  if (!hasBus()) return { state: 'no-bus' };
  try {
    // Asked for by name first: this lets the system offer to unlock, and answers null where listing would crash.
    const isOpen = (await store.getPassword(SERVICE, `${vaultKey}/anchor/0`)) !== null;
    const state = isOpen ? 'open' : await diagnose();
    if (state !== 'open') return { state };
    const items = pickItems(vaultKey, await store.findCredentials(SERVICE));
    return items === null ? { state: 'item-missing' } : { state: 'found', items };
  } catch {
    const state = await diagnose();
    return { state: state === 'open' ? 'locked' : state };
  }
}

/** null when there is nothing of this vault; an item whose name or text is not ours is passed over. */
function pickItems(vaultKey: string, stored: readonly StoredItem[]): KeychainItems | null {
  const deviceSecrets: Record<string, Uint8Array> = {};
  const anchors: Uint8Array[] = [];
  for (const { account, password } of stored) {
    if (!account.startsWith(`${vaultKey}/`)) continue;
    const [kind, id] = account.slice(vaultKey.length + 1).split('/');
    const bytes = new Uint8Array(Buffer.from(password, 'base64'));
    if (kind === 'device-secret' && id !== undefined && SECRET_ID.test(id)) deviceSecrets[id] = bytes;
    if (kind === 'anchor' && (id === '0' || id === '1')) anchors.push(bytes);
  }
  return Object.keys(deviceSecrets).length === 0 && anchors.length === 0 ? null : { deviceSecrets, anchors };
}
