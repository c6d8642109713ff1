/** A rotation of the store key beside the `sqlcipher` command line's rekey of the same store, one after the other in the same run. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import { PINS, type VaultHarness } from '../support/vault-harness.ts';
import { openStoreOf, storeFileOf, storeKeyOf } from '../support/store-tools.ts';
import { timeBeyondArgon2id } from './argon-clock.ts';
import { type Figure, figure } from './report.ts';
import { settleDisk } from './settle-disk.ts';
import { median } from './statistics.ts';

/** As much faster than the command line as the writing has to be, and as much longer as the whole may take with all that is checked. */
const FASTER = 1.2;
const WHOLE = 3;

const keyText = (key: Uint8Array): string => `"x'${Buffer.from(key).toString('hex')}'"`;

/** What is written has to be on the disk before the clock stops, as it is after a copy. */
async function rekeyByCommandLine(path: string, key: Uint8Array): Promise<number> {
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    const child = execFile('sqlcipher', ['-batch', path], (error) =>
      error === null ? resolve() : reject(error),
    );
    child.stdin?.end(`PRAGMA key = ${keyText(key)};\nPRAGMA rekey = ${keyText(randomBytes(32))};\n`);
  });
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
  return performance.now() - began;
}

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The vault is closed, and is again when this returns. */
export async function measureRotation(
  harness: VaultHarness,
  engine: Engine,
  residents: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const {
    vaultDir,
    keychain: { deviceSecrets },
  } = harness;
  const store = await openStoreOf({ vaultDir, deviceSecrets }, engine, PINS.admin);
  await store.checkpoint();
  await store.close();
  const admin = { command: [] as number[], copy: [] as number[], whole: [] as number[] };
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const key = await storeKeyOf(vaultDir, deviceSecrets, 'admin', PINS.admin);
    const path = join(vaultDir, await storeFileOf(vaultDir, deviceSecrets));
    bytes = statSync(path).size;
    const [rekeyed, anew] = [join(vaultDir, 'rekeyed'), join(vaultDir, 'anew')];
    copyFileSync(path, rekeyed);
    settleDisk();
    admin.command.push(await rekeyByCommandLine(rekeyed, key));
    settleDisk();
    admin.copy.push(
      await time(() =>
        engine.copyUnderKey({ from: { path, key }, to: { path: anew, key: randomBytes(32) } }),
      ),
    );
    for (const file of [rekeyed, anew]) rmSync(file);
    await harness.start();
    await harness.unlock('admin');
    settleDisk();
    const { whole, argon } = await timeBeyondArgon2id(() =>
      harness.call('keys.rotateStoreKey', { pin: PINS.admin }),
    );
    admin.whole.push(whole - argon);
    await harness.vault.close();
  }
  const at = `at ${residents}, ${engine.name}, Node`;
  const [command, copy, whole] = [median(admin.command), median(admin.copy), median(admin.whole)];
  return [
    figure(`store of ${Math.round(bytes / 1e6)} MB: the command line's rekey, ${at}`, command, 'ms'),
    figure(`store key: copied under another key, ${at}`, copy, 'ms', undefined, { floor: command }),
    figure(
      `store key: copied under another key, against the command line's rekey, ${at}`,
      copy / command,
      '×',
      { most: 1 / FASTER, words: `≤ 1/${FASTER} ×` },
    ),
    figure(
      `store key: the whole rotation, compared and checked, against the command line's rekey, ${at}`,
      whole / command,
      '×',
      { most: WHOLE },
    ),
  ];
}
