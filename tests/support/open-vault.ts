/**
 * The fixed door for tests from outside of this repository: a whole vault in this process, with a real SQLCipher file. Its names stay as they are,
 * whatever the harness behind it is called. Node alone runs it; nothing here needs a test runner.
 */
import { join } from 'node:path';
import type { Role } from '../../contract/fields.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { PINS, type VaultHarness, createHarness } from './vault-harness.ts';
import { storeFileOf } from './store-tools.ts';

/** As a screen gets it. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> };
    };

export interface OpenedVault {
  /** What each role is signed in and proved with. */
  readonly pins: Readonly<Record<Role, string>>;
  /** The recovery sheet: its lines, each in groups. */
  readonly sheet: readonly (readonly string[])[];
  /** Asks any route, in any state, with any request. */
  ask(route: string, request?: unknown): Promise<Answer>;
  /** Ends the session that there is, and begins one of that role. Errors: the code of the refusal. */
  signIn(role: Role, pin?: string): Promise<void>;
  /** Slot and PIN of somebody beside whoever is signed in, for requests that take a second person. */
  proofOf(role: Role): Promise<{ readonly slotId: string; readonly pin: string }>;
  /** Ends the session: a fresh process that knows folder and keychain alone. */
  lock(): Promise<void>;
  /** Path of the header. */
  headerFile(): string;
  /** Path of the encrypted store that the header names. */
  storeFile(): Promise<string>;
  /** Both copies of the anchor as the keychain has them; undefined where there is none. */
  anchors(): readonly (Uint8Array | undefined)[];
  /** What is written to the keychain in the place of a copy. */
  putAnchor(copy: 0 | 1, bytes: Uint8Array): void;
  /** Secrets of this computer in the keychain, 32 bytes each, by their ids. */
  deviceSecrets(): Readonly<Record<string, Uint8Array>>;
  /** Ends the process and leaves folder and keychain, so that files can be changed; `lock` starts it again. */
  close(): Promise<void>;
  /** Ends the process and removes the folder. */
  dispose(): Promise<void>;
}

/** A vault of three people that is set up, with nobody signed in. `engine`: SQLCipher where none is named. */
export async function openVault(
  options: { readonly engine?: 'sqlcipher' | 'better-sqlite3' } = {},
): Promise<OpenedVault> {
  const desk = await createHarness({ engine: options.engine ?? 'sqlcipher' });
  const sheet = await desk.setUp();
  return doorOf(desk, sheet);
}

function doorOf(desk: VaultHarness, sheet: readonly (readonly string[])[]): OpenedVault {
  const { keychain, vaultDir } = desk;
  return {
    pins: PINS,
    sheet,
    ask: async (route, request = {}) => (await desk.vault.handle(route, request)) as Answer,
    async signIn(role, pin = PINS[role]) {
      await desk.lock();
      await desk.call('session.unlock', { slotId: await desk.slotOf(role), pin });
    },
    proofOf: (role) => desk.proofOf(role),
    lock: () => desk.lock(),
    headerFile: () => join(vaultDir, HEADER_FILE),
    storeFile: async () => join(vaultDir, await storeFileOf(vaultDir, keychain.deviceSecrets)),
    anchors: () => [...keychain.anchors],
    putAnchor: (copy, bytes) => void (keychain.anchors[copy] = Uint8Array.from(bytes)),
    deviceSecrets: () => ({ ...keychain.deviceSecrets }),
    close: () => desk.vault.close(),
    dispose: () => desk.dispose(),
  };
}
