/**
 * Setup file of unit and integration tests: Argon2id is computed once per run for the same PIN, salt and costs. Only the library is
 * replaced; our code around it runs unchanged, and a combination that is new in this run costs its full price. A test file that needs
 * the real library says `vi.unmock` of `main/vault/crypto/hash-raw.ts`.
 */
import { join } from 'node:path';
import { inject, vi } from 'vitest';
import type * as door from '../../../main/vault/crypto/hash-raw.ts';

vi.mock('../../../main/vault/crypto/hash-raw.ts', async (importOriginal) => {
  const [real, { memoiseHashRaw }] = await Promise.all([
    importOriginal<typeof door>(),
    import('../memoised-argon2.ts'),
  ]);
  return { ...real, hashRaw: memoiseHashRaw(real.hashRaw, join(inject('runFolder'), 'argon2')) };
});
