/** A vault as it was, folder and keychain, that is put back before another kill. */
import { cp, rm } from 'node:fs/promises';
import { makeTempDir } from '../temp-dir.ts';
import type { VaultHarness } from '../vault-harness.ts';

export interface VaultCopy {
  /** In the place of the vault that was copied, which nobody has open. */
  bringBack(): Promise<void>;
}

/** Of a vault that nobody has open. It goes with the test's temporary folders. */
export async function copyVault({ vaultDir, keychain }: VaultHarness): Promise<VaultCopy> {
  const copy = makeTempDir();
  await cp(vaultDir, copy, { recursive: true });
  const kept = keychain.snapshot();
  return {
    bringBack: async () => {
      await rm(vaultDir, { recursive: true });
      await cp(copy, vaultDir, { recursive: true });
      keychain.restore(kept);
    },
  };
}
