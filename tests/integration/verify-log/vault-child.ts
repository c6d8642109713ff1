/** Runs in a session with a keyring: makes a vault whose keys lie in it, or changes one entry of its log behind its back. */
import { join } from 'node:path';
import { openOsKeychain } from '../../../main/keychain/os-keychain.ts';
import { osUserHash, readHeader } from '../../../main/vault/keys/header.ts';
import { openSlot } from '../../support/open-slot.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { createHarness, MemoryKeychain, PINS } from '../../support/vault-harness.ts';

const [step = '', profileDir = '', seq = ''] = process.argv.slice(2);
const vaultDir = join(profileDir, 'vault');
const osKeychain = openOsKeychain(vaultDir);

async function make(): Promise<number> {
  const keychain = new MemoryKeychain();
  const harness = await createHarness({ vaultDir, keychain });
  await harness.setUp();
  for (const role of ['receptionist', 'supervisor', 'admin'] as const) await harness.switchTo(role);
  await harness.call('log.verify', {});
  const { checked } = await harness.call('log.verify', {});
  await harness.vault.close();
  for (const [id, bytes] of Object.entries(keychain.deviceSecrets))
    await osKeychain.writeDeviceSecret(id, bytes);
  for (const copy of [0, 1] as const) await osKeychain.writeAnchor(copy, keychain.anchors[copy]!);
  return checked + 1;
}

/** As somebody does who has the store key: the triggers that keep entries are no lock against that. */
async function tamper(entry: number): Promise<void> {
  const reading = await osKeychain.read();
  if (reading.state !== 'found') throw new Error(reading.state);
  const header = (await readHeader({
    vaultDir,
    deviceSecrets: reading.items.deviceSecrets,
    osUserHash: osUserHash(),
  }))!;
  const slot = header.slots.find(({ role }) => role === 'admin')!;
  const opened = await openSlot({
    header,
    slot,
    deviceSecret: reading.items.deviceSecrets[header.deviceSecretId]!,
    pin: PINS.admin,
  });
  const store = await openStore({
    path: join(vaultDir, header.storeFile),
    key: opened.storeKey,
    create: false,
    engine: chooseEngine('auto'),
  });
  await store.transaction(async (tx) => {
    const trigger = await tx.get<{ sql: string }>(
      sql`SELECT sql FROM sqlite_schema WHERE name = 'log_entry_no_update'`,
    );
    await tx.run(sql`DROP TRIGGER log_entry_no_update`);
    const { changes } = await tx.run(
      sql`UPDATE log_entry SET outcome = 'failed' WHERE seq = ${entry} AND outcome <> 'failed'`,
    );
    if (changes !== 1) throw new Error('nothing was changed');
    await tx.run({ text: trigger!.sql, values: [] });
  });
  await store.close();
}

if (step === 'make') process.stdout.write(String(await make()));
else await tamper(Number(seq));
