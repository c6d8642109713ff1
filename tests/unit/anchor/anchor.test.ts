import { setImmediate } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SlotId } from '../../../contract/ids.ts';
import { createAnchor, readAnchor } from '../../../main/vault/anchor/anchor.ts';
import { decodeAnchor, encodeAnchor, MAX_ANCHOR_BYTES } from '../../../main/vault/anchor/anchor-codec.ts';
import { countTry, MAX_SLOTS, NO_FAILURES, packLimiter } from '../../../main/vault/keys/limiter-state.ts';
import {
  anchorStateForTest,
  createMemoryAnchor,
  createMemoryKeychain,
  reopenAnchor,
} from '../../support/memory-anchor.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const withEpoch =
  (epoch: number) =>
  <T extends { readonly epoch: number }>(state: T): T => ({ ...state, epoch });

function limiterOf(slots: number): Uint8Array {
  const entries = Array.from(
    { length: slots },
    (_, i) => [(i + 1).toString(16).padStart(16, '0') as SlotId, countTry(NO_FAILURES)] as const,
  );
  return packLimiter({ day: 20_000, slots: new Map(entries), others: NO_FAILURES });
}

describe('bytes', () => {
  test('with 50 staff it fits 2,000 characters of base64, and with as many slots as the limiter takes', () => {
    for (const slots of [50, MAX_SLOTS - 1]) {
      const bytes = encodeAnchor(anchorStateForTest({ limiter: limiterOf(slots) }), 2 ** 47);
      expect(bytes.length).toBeLessThanOrEqual(MAX_ANCHOR_BYTES);
      expect(Buffer.from(bytes).toString('base64').length).toBeLessThanOrEqual(2000);
    }
  });

  test('what does not fit is refused, not cut', () => {
    expect(() => encodeAnchor(anchorStateForTest({ limiter: new Uint8Array(MAX_ANCHOR_BYTES) }), 1)).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });

  test('says everything again', () => {
    const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const anyState = fc.record({
      vaultId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      epoch: u32,
      headerGeneration: u32,
      rosterHead: fc.record({ n: u32, hash }),
      log: fc.record({ segment: u32, seq: fc.integer({ min: 0, max: 2 ** 48 - 1 }), hash, key: hash }),
      pending: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      header: fc.uint8Array({ minLength: 12, maxLength: 12 }),
      comingHeader: fc.uint8Array({ minLength: 12, maxLength: 12 }),
      limiter: fc.uint8Array({ maxLength: 1000 }),
      lockedEvents: fc.record({
        signInFailed: u32,
        refusedRoutes: u32,
        sinceMs: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      }),
    });
    forAllIn(200, anyState, fc.integer({ min: 0, max: 2 ** 48 - 1 }), (state, counter) => {
      const read = decodeAnchor(encodeAnchor(state, counter));
      expect(read?.counter).toBe(counter);
      const plain = (value: unknown): unknown =>
        value instanceof Uint8Array
          ? Buffer.from(value).toString('hex')
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
            : value;
      expect(plain(read?.state)).toEqual(plain(state));
    });
  });

  test('every flipped bit and every cut is noticed', () => {
    const bytes = encodeAnchor(anchorStateForTest({ limiter: randomBytes(60) }), 5);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeAnchor(flipped)).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++)
      expect(decodeAnchor(bytes.slice(0, length))).toBeUndefined();
    expect(decodeAnchor(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeUndefined();
  });
});

describe('two copies', () => {
  test('the newer whole one counts, in whichever order they come', () => {
    const [older, newer] = [
      encodeAnchor(anchorStateForTest({ epoch: 1 }), 8),
      encodeAnchor(anchorStateForTest({ epoch: 2 }), 9),
    ];
    expect(readAnchor([older, newer])?.state.epoch).toBe(2);
    expect(readAnchor([newer, older])?.state.epoch).toBe(2);
    expect(readAnchor([older, newer.slice(0, 100)])?.state.epoch).toBe(1);
    expect(readAnchor([newer])?.state.epoch).toBe(2);
    expect(readAnchor([])).toBeUndefined();
    expect(readAnchor([new Uint8Array()])).toBeUndefined();
  });

  test('writes go to them in turn, so that a torn one leaves the one before', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    for (let epoch = 2; epoch < 12; epoch++) {
      await anchor.update(withEpoch(epoch));
      const whole = [...keychain.copies];
      keychain.failing = 'torn';
      await expect(anchor.update(withEpoch(99))).rejects.toMatchObject({ code: 'keychain-write-failed' });
      // And again: the next try must not tear the other copy.
      await expect(anchor.update(withEpoch(98))).rejects.toMatchObject({ code: 'keychain-write-failed' });
      expect(keychain.read()?.state.epoch).toBe(epoch);
      keychain.failing = 'no';
      expect(whole.filter((copy, i) => keychain.copies[i] === copy).length).toBe(1);
    }
  });

  test('after a restart the write goes to the older copy', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    for (const epoch of [2, 3, 4]) await anchor.update(withEpoch(epoch));
    const reopened = reopenAnchor(keychain);
    keychain.failing = 'torn';
    await reopened.update(withEpoch(5)).catch(() => undefined);
    expect(keychain.read()?.state.epoch).toBe(4);
  });
});

describe('updates', () => {
  test('resolve once the keychain has them, and not before', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    const release = keychain.hold();
    let done = false;
    const updating = anchor.update(withEpoch(7)).then(() => {
      done = true;
    });
    await keychain.reached();
    await setImmediate();
    expect([done, anchor.state().epoch, keychain.read()]).toEqual([false, 7, undefined]);
    release();
    await updating;
    expect(keychain.read()?.state.epoch).toBe(7);
  });

  test('that come together share a write, and none is lost', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    await Promise.all(
      Array.from({ length: 100 }, () => anchor.update((state) => ({ ...state, epoch: state.epoch + 1 }))),
    );
    expect(keychain.read()?.state.epoch).toBe(101);
    expect(keychain.writes).toBeLessThan(5);
  });

  test('that come during a write are not told done by it', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    const order: string[] = [];
    const first = anchor.update(withEpoch(2)).then(() => order.push(`first ${keychain.read()?.state.epoch}`));
    await Promise.resolve();
    await Promise.resolve();
    const second = anchor
      .update(withEpoch(3))
      .then(() => order.push(`second ${keychain.read()?.state.epoch}`));
    await Promise.all([first, second]);
    expect(order).toEqual(['first 2', 'second 3']);
  });

  test('after a failed write the state stands and goes out with the next', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    await anchor.update(withEpoch(2));
    keychain.failing = 'nothing-written';
    await expect(anchor.update((state) => ({ ...state, headerGeneration: 9 }))).rejects.toMatchObject({
      code: 'keychain-write-failed',
    });
    keychain.failing = 'no';
    await anchor.update(withEpoch(3));
    expect(keychain.read()?.state).toMatchObject({ epoch: 3, headerGeneration: 9 });
  });

  test('the written counter only grows', async () => {
    const counters: number[] = [];
    const keychain = createMemoryKeychain();
    const anchor = createAnchor(
      { state: anchorStateForTest(), counter: 0 },
      {
        write: async (copy, bytes) => {
          counters.push(decodeAnchor(bytes)?.counter ?? -1);
          await keychain.write(copy, bytes);
        },
      },
    );
    for (let i = 0; i < 30; i++) {
      keychain.failing = i % 3 === 1 ? 'torn' : 'no';
      await anchor.update(withEpoch(i)).catch(() => undefined);
    }
    expect(counters).toEqual(counters.toSorted((a, b) => a - b));
    expect(new Set(counters).size).toBe(30);
  });

  test('never move the log backward', async () => {
    const { anchor } = createMemoryAnchor();
    const at = (segment: number, seq: number) =>
      anchor.update((state) => ({ ...state, log: { ...state.log, segment, seq } }));
    await at(1, 10);
    await expect(at(1, 9)).rejects.toMatchObject({ code: 'internal' });
    await expect(at(0, 11)).rejects.toMatchObject({ code: 'internal' });
    await at(2, 10);
    expect(anchor.state().log.seq).toBe(10);
  });

  test('drain waits for the last write, also a failed one', async () => {
    const { anchor, keychain } = createMemoryAnchor();
    const release = keychain.hold();
    void anchor.update(withEpoch(5));
    let drained = false;
    const draining = anchor.drain().then(() => {
      drained = true;
    });
    await keychain.reached();
    await setImmediate();
    expect(drained).toBe(false);
    release();
    await draining;
    expect(keychain.read()?.state.epoch).toBe(5);
  });
});
