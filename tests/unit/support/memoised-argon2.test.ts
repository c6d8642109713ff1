/** The cache in front of Argon2id in unit and integration tests returns nothing but what Argon2id returns. */
import { argon2Sync } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it, vi } from 'vitest';
import { ARGON2_FLOOR, argon2id } from '../../../main/vault/crypto/kdf.ts';
import { memoiseHashRaw } from '../../support/memoised-argon2.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const SALT = new Uint8Array(16).fill(3);
const NONE = new Uint8Array();
const COSTS = {
  salt: SALT,
  secret: NONE,
  data: NONE,
  hashLength: 32,
  m: 64,
  t: 1,
  p: 1,
  version: 0x13,
  type: 2,
};

function countingHash(): { hash: Parameters<typeof memoiseHashRaw>[0]; calls: () => number } {
  let calls = 0;
  return { hash: async () => Buffer.from([(calls += 1)]), calls: () => calls };
}

it('computes a hash once per PIN, salt and costs', async () => {
  const { hash, calls } = countingHash();
  const memoised = memoiseHashRaw(hash, makeTempDir());
  const inputs: readonly Parameters<typeof memoised>[] = [
    [{ ...COSTS, password: Buffer.from('728164') }],
    [{ ...COSTS, password: Buffer.from('728165') }],
    ...[
      { salt: new Uint8Array(16) },
      { m: 65 },
      { t: 2 },
      { p: 2 },
      { hashLength: 16 },
      { secret: Buffer.from('pepper') },
      { data: Buffer.from('pepper') },
    ].map((other): Parameters<typeof memoised> => [{ ...COSTS, password: Buffer.from('728164'), ...other }]),
  ];
  for (const [n, input] of inputs.entries()) expect(await memoised(...input)).toEqual(Buffer.from([n + 1]));
  for (const [n, input] of inputs.entries()) expect(await memoised(...input)).toEqual(Buffer.from([n + 1]));
  expect(calls()).toBe(inputs.length);
});

it('returns a buffer of its own each time, and reads the PIN before the caller zeroes it', async () => {
  const { hash, calls } = countingHash();
  const memoised = memoiseHashRaw(hash, makeTempDir());
  for (let run = 0; run < 3; run++) {
    const pin = Buffer.from('728164');
    const asked = memoised({ ...COSTS, password: pin });
    pin.fill(0);
    const answer = await asked;
    expect(answer).toEqual(Buffer.from([1]));
    answer.fill(0);
  }
  expect(calls()).toBe(1);
});

it('caches no failure', async () => {
  const folder = makeTempDir();
  const hash = vi.fn<Parameters<typeof memoiseHashRaw>[0]>().mockRejectedValueOnce(new Error('no memory'));
  hash.mockResolvedValueOnce(Buffer.from([1]));
  const memoised = memoiseHashRaw(hash, folder);
  await expect(memoised({ ...COSTS, password: Buffer.from('728164') })).rejects.toThrow('no memory');
  expect(readdirSync(folder)).toEqual([]);
  expect(await memoised({ ...COSTS, password: Buffer.from('728164') })).toEqual(Buffer.from([1]));
});

it('stands before the library in this project, and answers as OpenSSL does, the first time and the next', async () => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const theirs = argon2Sync('argon2id', {
    message: '728164',
    nonce: salt,
    parallelism: ARGON2_FLOOR.parallelism,
    tagLength: 32,
    memory: ARGON2_FLOOR.memoryKiB,
    passes: ARGON2_FLOOR.time,
  });
  expect(await argon2id('728164', salt, ARGON2_FLOOR)).toEqual(new Uint8Array(theirs));
  expect(readdirSync(join(inject('runFolder'), 'argon2'))).not.toEqual([]);
  expect(await argon2id('728164', salt, ARGON2_FLOOR)).toEqual(new Uint8Array(theirs));
});
