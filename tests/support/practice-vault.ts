/** The practice vault as the product makes it, at rest in a folder of a test, once for all tests of a file. */
import { join } from 'node:path';
import type { MakingProgress } from '../../contract/host.ts';
import { type Clock, systemClock } from '../../main/vault/clock.ts';
import { ARGON2_FLOOR } from '../../main/vault/crypto/kdf.ts';
import { makePracticeVault } from '../../main/vault/practice/make-practice-vault.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { MemoryKeychain } from './vault-harness.ts';

export interface PracticeAtRest {
  readonly vaultDir: string;
  readonly keychain: MemoryKeychain;
  readonly progress: readonly MakingProgress[];
}

/** `folder`: where the practice folder is, which holds the vault and for a while its workbook. */
export async function makePracticeAtRest(
  folder: string,
  { engine, clock = systemClock }: { readonly engine: EngineName; readonly clock?: Clock },
): Promise<PracticeAtRest> {
  const keychain = new MemoryKeychain();
  const progress: MakingProgress[] = [];
  const vaultDir = join(folder, 'vault');
  await makePracticeVault({
    vaultDir,
    engine,
    clock,
    calibrate: async () => ARGON2_FLOOR,
    keychainWriter: keychain,
    tell: (one) => progress.push(one),
  });
  return { vaultDir, keychain, progress };
}
