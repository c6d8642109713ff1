/** The folder of a vault as it was one sign-in ago: what somebody who puts an old copy back makes of it. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from './temp-dir.ts';
import type { VaultHarness } from './vault-harness.ts';

/** The vault must be closed. The next sign-in has an alarm. */
export async function putOlderFolderBack(desk: VaultHarness): Promise<void> {
  const older = join(makeTempDir(), 'older');
  cpSync(desk.vaultDir, older, { recursive: true });
  await desk.start();
  await desk.unlock('supervisor');
  await desk.vault.close();
  for (const name of readdirSync(desk.vaultDir)) rmSync(join(desk.vaultDir, name), { recursive: true });
  cpSync(older, desk.vaultDir, { recursive: true });
}
