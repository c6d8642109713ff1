/**
 * Setup file of unit and integration tests: Argon2id is computed once per run for the same PIN, salt and costs. Only the library is
 * replaced; our code around it runs unchanged, and a combination that is new in this run costs its full price. A test file that needs
 * the real library says `vi.unmock('@node-rs/argon2')`.
 */
import { join } from 'node:path';
import type * as argon2 from '@node-rs/argon2';
import { inject, vi } from 'vitest';

vi.mock('@node-rs/argon2', async (importOriginal) => {
  const [real, { memoiseHashRaw }] = await Promise.all([
    importOriginal<typeof argon2>(),
    import('../memoised-argon2.ts'),
  ]);
  return { ...real, hashRaw: memoiseHashRaw(real.hashRaw, join(inject('runFolder'), 'argon2')) };
});
