/** What tests do to a store behind the application's back: with its key, got by a PIN as the vault gets it, or without. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../contract/fields.ts';
import { osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import type { VaultHarness } from './vault-harness.ts';
import { lenientEngine } from './any-schema.ts';
import { openSlot } from './open-slot.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { sql } from '../../main/vault/store/sql.ts';

export const STORE_FILE = 'store-0001.db';
const PAGE_BYTES = 4096;

/** 32 bytes. */
export async function storeKeyOf(
  vaultDir: string,
  deviceSecrets: Readonly<Record<string, Uint8Array>>,
  role: Role,
  pin: string,
): Promise<Uint8Array> {
  const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const slot = header.slots.find((candidate) => candidate.role === role)!;
  const opened = await openSlot({ header, slot, deviceSecret: deviceSecrets[header.deviceSecretId]!, pin });
  const key = Uint8Array.from(opened.storeKey);
  opened.dispose();
  return key;
}

/** Name of the store's file, by the header. */
export const storeFileOf = async (
  vaultDir: string,
  deviceSecrets: Readonly<Record<string, Uint8Array>>,
): Promise<string> => (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!.storeFile;

/** What a keychain and a folder hold of a vault; `deviceSecrets`: id → 32 bytes. */
export interface ClosedVault {
  readonly vaultDir: string;
  readonly deviceSecrets: Readonly<Record<string, Uint8Array>>;
}

/** Of a desk in this process. */
export const vaultAtRest = ({
  vaultDir,
  keychain,
}: Pick<VaultHarness, 'vaultDir' | 'keychain'>): ClosedVault => ({
  vaultDir,
  deviceSecrets: keychain.deviceSecrets,
});

/** The store that the header names, opened by an admin's way in, behind the application's back. The vault must be closed, or only read. */
export async function openStoreOf(
  vault: ClosedVault,
  engine: Engine,
  pin: string,
): Promise<Store & AsyncDisposable> {
  const { vaultDir, deviceSecrets } = vault;
  const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const store = await engine.open({
    path: join(vaultDir, header.storeFile),
    key: await storeKeyOf(vaultDir, deviceSecrets, 'admin', pin),
    create: false,
  });
  return Object.assign(store, { [Symbol.asyncDispose]: () => store.close() });
}

/** Damages the page at which a table begins: whatever reads or writes the table meets it, the rest of the store is whole. The vault must be closed. */
export async function damageTable(
  vault: ClosedVault,
  engine: Engine,
  pin: string,
  table: string,
): Promise<void> {
  const store = await openStoreOf(vault, engine, pin);
  const root = await store.get<{ readonly rootpage: number }>(
    sql`SELECT rootpage FROM sqlite_schema WHERE name = ${table}`,
  );
  await store.checkpoint();
  await store.close();
  flipBit(
    join(vault.vaultDir, await storeFileOf(vault.vaultDir, vault.deviceSecrets)),
    (root!.rootpage - 1) * PAGE_BYTES + PAGE_BYTES / 2,
  );
}

/** Whatever adds a row to the table fails, until `allowRows`. Somebody must be signed in: a store that has it is not opened. */
export const refuseRows = (vault: ClosedVault, engine: Engine, pin: string, table: string): Promise<void> =>
  runIn(
    vault,
    engine,
    pin,
    `CREATE TRIGGER no_rows BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'not now'); END`,
  );

export const allowRows = (vault: ClosedVault, engine: Engine, pin: string): Promise<void> =>
  runIn(vault, engine, pin, 'DROP TRIGGER no_rows');

async function runIn(vault: ClosedVault, engine: Engine, pin: string, text: string): Promise<void> {
  const store = await openStoreOf(vault, lenientEngine(engine.name), pin);
  await store.transaction((tx) => tx.run({ text, values: [] }));
  await store.close();
}

/** Turns one bit of the file, counted from its start. */
export function flipBit(path: string, at: number, bit = 0): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1 << bit;
  writeFileSync(path, bytes);
}
