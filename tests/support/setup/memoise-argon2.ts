/**
 * For unit and integration tests: Argon2id is computed once in a run for the same PIN, salt and costs. It stands before the library
 * alone: what the vault does before and after is its own, and a PIN that was not stretched before in this run costs what it costs. A file
 * of tests that wants every stretch to be real says `vi.unmock('@node-rs/argon2')`.
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
