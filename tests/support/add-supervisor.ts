/** One more supervisor in the roster, signed as it has to be; they have no slot, so they are there and cannot sign in. */
import { join } from 'node:path';
import { toBase64 } from '../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../main/vault/crypto/hpke.ts';
import { osUserHash, readHeader } from '../../main/vault/header/header.ts';
import { newStaffId } from '../../main/vault/header/slots.ts';
import { appendRosterEntries, headAfter, makeRosterEntry, readRosterEntries } from '../../main/vault/keys/roster.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { openSlot } from './open-slot.ts';
import type { VaultHarness } from './vault-harness.ts';
import { PINS } from './vault-harness.ts';

/** Locks the desk and leaves it locked. */
export async function addSupervisor(desk: VaultHarness): Promise<void> {
  await desk.lock();
  const { deviceSecrets } = desk.keychain;
  const header = (await readHeader({ vaultDir: desk.vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const open = (role: 'admin' | 'supervisor') => openSlot({ header, slot: header.slots.find((slot) => slot.role === role)!, deviceSecret: deviceSecrets[header.deviceSecretId]!, pin: PINS[role] });
  const [admin, supervisor] = [await open('admin'), await open('supervisor')];
  const store = await openStore({ path: join(desk.vaultDir, header.storeFile), key: admin.storeKey, create: false, engine: chooseEngine('auto') });
  const entry = makeRosterEntry(header.vaultId, headAfter((await readRosterEntries(store)).at(-1)!), {
    kind: 'add', at: 2, staffId: newStaffId(), displayName: 'Super Two', role: 'supervisor', generation: 1, twoRoles: false,
    receiveKey: toBase64(generateReceivePair().publicKey), signKey: toBase64(generateSignPair().publicKey),
  }, [admin, supervisor].map(({ staffId, sign }) => ({ id: staffId, privateKey: sign.privateKey })));
  await store.transaction((tx) => appendRosterEntries(tx, [entry]));
  await store.close();
  for (const opened of [admin, supervisor]) opened.dispose();
}
