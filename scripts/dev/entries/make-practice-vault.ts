/**
 * Makes the practice vault: a whole vault of generated, impossible residents with the PINs that the tests know. It runs under Electron's own
 * Node as the user whose application opens it, for a vault belongs to the user of the operating system who made it.
 * Arguments: folder of the vault, file of its keychain, file of its PINs (written last), number of residents.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { vaultKeyOf } from '../../../main/keychain/os-keychain.ts';
import { insertSealed } from '../../../tests/support/fill-sealed.ts';
import { breakIn, openGrants, readGrants } from '../../../tests/support/sealed-values.ts';
import { type MemoryKeychain, PINS, createHarness } from '../../../tests/support/vault-harness.ts';
import { writePasswordFile } from './password-file.ts';

function passwordsOf(vaultDir: string, { deviceSecrets, anchors }: MemoryKeychain): Record<string, string> {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const key = vaultKeyOf(vaultDir);
  return Object.fromEntries([
    ...Object.entries(deviceSecrets).map(([id, bytes]) => [`${key}/device-secret/${id}`, base64(bytes)]),
    ...anchors.flatMap((bytes, copy) =>
      bytes === undefined ? [] : [[`${key}/anchor/${copy}`, base64(bytes)]],
    ),
  ]);
}

async function makePracticeVault(vaultDir: string, passwords: string, residents: number): Promise<void> {
  // What a run that was ended half way has left.
  rmSync(vaultDir, { recursive: true, force: true });
  const desk = await createHarness({ vaultDir });
  await desk.setUp();
  await desk.vault.close();
  const opened = await breakIn(desk, 'supervisor');
  try {
    const keys = openGrants(opened, await readGrants(opened.store));
    await insertSealed(opened.store, opened.header.vaultId, keys, residents);
  } finally {
    await opened.close();
  }
  writePasswordFile(passwords, passwordsOf(vaultDir, desk.keychain));
}

const [vaultDir = '', passwords = '', pins = '', residents = ''] = process.argv.slice(2);
makePracticeVault(vaultDir, passwords, Number(residents))
  .then(() => writeFileSync(pins, JSON.stringify(PINS), { mode: 0o600 }))
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
