import { argon2Sync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  ARGON2_CEILING,
  ARGON2_FLOOR,
  type Argon2Params,
  argon2ParamsAllowed,
  argon2id,
  calibrateArgon2id,
  hkdf,
} from '../../../main/vault/crypto/kdf.ts';

// The real library: this file tests Argon2id itself.
vi.unmock('../../../main/vault/crypto/hash-raw.ts');

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const salt = new Uint8Array(16).fill(7);

describe('HKDF-SHA256', () => {
  // RFC 5869, A.3 (no salt, no info), the first 32 of its 42 bytes.
  it('agrees with the vector of the RFC', () => {
    expect(hkdf(new Uint8Array(22).fill(0x0b), new Uint8Array())).toEqual(
      hex('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d'),
    );
  });
});

describe('Argon2id', () => {
  it('agrees with the implementation of OpenSSL', async () => {
    const key = await argon2id('correct horse', salt, ARGON2_FLOOR);
    const theirs = argon2Sync('argon2id', {
      message: 'correct horse',
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 64 * 1024,
      passes: 3,
    });
    expect(key).toEqual(new Uint8Array(theirs));
  });

  it('takes full-width digits for digits and depends on PIN and salt', async () => {
    const key = await argon2id('730462', salt, ARGON2_FLOOR);
    expect(await argon2id('７３０４６２', salt, ARGON2_FLOOR)).toEqual(key);
    expect(await argon2id('730463', salt, ARGON2_FLOOR)).not.toEqual(key);
    expect(await argon2id('730462', new Uint8Array(16), ARGON2_FLOOR)).not.toEqual(key);
  });

  it.each([
    ['too little memory', { ...ARGON2_FLOOR, memoryKiB: 64 * 1024 - 1 }],
    ['too few passes', { ...ARGON2_FLOOR, time: 2 }],
    ['no lane', { ...ARGON2_FLOOR, parallelism: 0 }],
    ['too much memory', { ...ARGON2_CEILING, memoryKiB: 1024 * 1024 + 1 }],
    ['too many passes', { ...ARGON2_CEILING, time: 11 }],
    ['too many lanes', { ...ARGON2_CEILING, parallelism: 5 }],
    ['no number', { ...ARGON2_FLOOR, time: Number.NaN }],
    ['no whole number', { ...ARGON2_FLOOR, time: 3.5 }],
  ] satisfies [string, Argon2Params][])('refuses %s', async (_why, params) => {
    expect(argon2ParamsAllowed(params)).toBe(false);
    await expect(argon2id('730462', salt, params)).rejects.toThrow(RangeError);
  });

  it('takes floor and ceiling', () => {
    expect(argon2ParamsAllowed(ARGON2_FLOOR)).toBe(true);
    expect(argon2ParamsAllowed(ARGON2_CEILING)).toBe(true);
  });
});

describe('calibration', () => {
  /** A machine that takes so many milliseconds for 64 MiB and one pass. */
  const machine =
    (ms: number) =>
    async ({ memoryKiB, time }: Argon2Params): Promise<number> =>
      (ms * time * memoryKiB) / (64 * 1024);

  it.each([
    ['a fast one', 4, 250, 500],
    ['this one', 30, 250, 500],
    ['one between two doublings', 41, 250, 500],
    ['one for which the next doubling is too slow', 82, 250, 500],
    ['a slow one', 300, 900, 900],
  ])('%s', async (_name, ms, least, most) => {
    const params = await calibrateArgon2id(machine(ms));
    expect(argon2ParamsAllowed(params)).toBe(true);
    const took = await machine(ms)(params);
    expect(took).toBeGreaterThanOrEqual(least);
    expect(took).toBeLessThanOrEqual(most);
  });

  it('stays inside the ceiling on a machine faster than any', async () => {
    expect(argon2ParamsAllowed(await calibrateArgon2id(machine(0.001)))).toBe(true);
  });

  it('keeps the floor on a machine slower than any', async () => {
    expect(await calibrateArgon2id(machine(10_000))).toEqual(ARGON2_FLOOR);
  });
});
