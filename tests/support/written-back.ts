/** A right PIN is written back behind the reply, a moment later (`limiter.ts`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { readAnchor } from '../../main/vault/anchor/anchor.ts';
import { LIMITER_FILE } from '../../main/vault/keys/limiter.ts';
import { unpackLimiter } from '../../main/vault/keys/limiter-state.ts';
import type { VaultHarness } from './vault-harness.ts';

/** Resolves when neither half counts a try that is not over, and no file is being written. Everybody's last PIN has to be right. */
export const writtenBack = ({ vaultDir, keychain }: VaultHarness): Promise<void> =>
  vi.waitFor(() => {
    const file = join(vaultDir, LIMITER_FILE);
    expect(existsSync(`${file}.new`)).toBe(false);
    const { state } = JSON.parse(readFileSync(file, 'utf8')) as { readonly state: string };
    const anchor = readAnchor(keychain.anchors.filter((copy) => copy !== undefined))!;
    for (const half of [Buffer.from(state, 'base64'), anchor.state.limiter])
      for (const { consecutive } of unpackLimiter(half)!.slots.values()) expect(consecutive).toBe(0);
  });
