/** The folder of a vault as it was one sign-in ago: what somebody who puts an old copy back makes of it. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PREVIOUS_HEADER_FILE } from '../../main/vault/keys/header.ts';
import { makeTempDir } from './temp-dir.ts';
import type { VaultHarness } from './vault-harness.ts';

/** What the last sign-in may still be removing. */
const isNotPrevious = (path: string): boolean => basename(path) !== PREVIOUS_HEADER_FILE;

/** The vault must be closed. The next sign-in has an alarm. */
export async function putOlderFolderBack(desk: VaultHarness): Promise<void> {
  const older = join(makeTempDir(), 'older');
  cpSync(desk.vaultDir, older, { recursive: true, filter: isNotPrevious });
  await desk.start();
  await desk.unlock('supervisor');
  await desk.vault.close();
  for (const name of readdirSync(desk.vaultDir)) rmSync(join(desk.vaultDir, name), { recursive: true });
  cpSync(older, desk.vaultDir, { recursive: true });
}
