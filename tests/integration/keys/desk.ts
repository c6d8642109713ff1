/** A vault that was really set up, in a folder, with a keychain in memory: the ground on which the attacks of these tests stand. */
import { join } from 'node:path';
import type { Role } from '../../../contract/fields.ts';
import type { Engine } from '../../../main/vault/store/engine/engine.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ARGON2_FLOOR } from '../../../main/vault/crypto/kdf.ts';
import { type Header, osUserHash, readHeader } from '../../../main/vault/keys/header.ts';
import { type OpenedWithStoreKey, openSlot } from '../../support/open-slot.ts';
import { type PreparedVault, prepareVault, writeVault } from '../../../main/vault/keys/create-vault.ts';
import { type VerifiedStore, verifyStore } from '../../../main/vault/keys/verify-store.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

export const PINS: Readonly<Record<Role, string>> = {
  receptionist: '728164',
  supervisor: 'tabby-37-kite',
  admin: 'mango-64-rail',
};

export interface Desk {
  readonly dir: string;
  readonly prepared: PreparedVault;
  readonly deviceSecrets: Record<string, Uint8Array>;
  readonly deviceSecret: Uint8Array;
  readonly header: Header;
  read(): Promise<Header | null>;
  open(role: Role, header?: Header): Promise<OpenedWithStoreKey>;
  openStore(key: Uint8Array): Promise<Store>;
  /** Slot, store and what is verified of it; `work` in between, with the store in hand. */
  unlock<T>(role: Role, work: (unlocked: Unlocked) => Promise<T>, header?: Header): Promise<T>;
}

export interface Unlocked {
  readonly opened: OpenedWithStoreKey;
  readonly store: Store;
  readonly verified: VerifiedStore<OpenedWithStoreKey>;
}

export function prepareDesk(): Promise<PreparedVault> {
  return prepareVault(
    {
      estateName: '测试小区',
      adminIsSupervisor: false,
      admin: { name: '管理员', pin: PINS.admin },
      supervisor: { name: '主管', pin: PINS.supervisor },
      receptionist: { name: '前台', pin: PINS.receptionist },
    },
    { clock: createFakeClock(), calibrate: async () => ARGON2_FLOOR },
  );
}

export async function makeDesk(dir: string, engine: Engine = chooseEngine('auto')): Promise<Desk> {
  const prepared = await prepareDesk();
  const deviceSecrets: Record<string, Uint8Array> = {};
  const { deviceSecret } = await writeVault(prepared, {
    vaultDir: dir,
    clock: createFakeClock(),
    openStore: (path, key) => openStore({ path, key, create: true, engine }),
    keychainWriter: {
      writeAnchor: async () => undefined,
      writeDeviceSecret: async (id, bytes) => {
        deviceSecrets[id] = bytes.slice();
      },
    },
  });
  const read = (): Promise<Header | null> =>
    readHeader({ vaultDir: dir, deviceSecrets, osUserHash: osUserHash() });
  const { header } = prepared;
  const open: Desk['open'] = (role, by = header) =>
    openSlot({
      header: by,
      slot: by.slots.find((slot) => slot.role === role)!,
      deviceSecret,
      pin: PINS[role],
    });
  const openIt = (key: Uint8Array): Promise<Store> =>
    openStore({ path: join(dir, header.storeFile), key, create: false, engine });
  return {
    dir,
    prepared,
    deviceSecrets,
    deviceSecret,
    header,
    read,
    open,
    openStore: openIt,
    async unlock(role, work, by = header) {
      const opened = await open(role, by);
      const store = await openIt(opened.storeKey);
      try {
        return await work({ opened, store, verified: await verifyStore({ header: by, opened, store }) });
      } finally {
        await store.close();
        opened.dispose();
      }
    },
  };
}

/** The code of the AppError that `work` fails with, and its `part` where it has one; fails the test where it does not. */
export async function failureOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    const { code, details } = error as {
      readonly code?: string;
      readonly details?: { readonly part?: string };
    };
    if (code === undefined || details === undefined) throw error;
    return details.part === undefined ? code : `${code}/${details.part}`;
  }
  return 'no failure';
}
