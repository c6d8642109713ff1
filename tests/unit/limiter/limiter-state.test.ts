import { describe, expect, test } from 'vitest';
import type { SlotId } from '../../../contract/ids.ts';
import {
  MAX_FAILURES,
  NO_FAILURES,
  SLOT_BYTES,
  type SlotCount,
  countRight,
  countTry,
  failuresInWindow,
  isClosed,
  mergeCounts,
  packLimiter,
  passDays,
  triesLeft,
  unpackLimiter,
  waitAfter,
} from '../../../main/vault/keys/limiter-state.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';

const slotCount: fc.Arbitrary<SlotCount> = fc.record({
  consecutive: fc.integer({ min: 0, max: 100 }),
  waitSeconds: fc.integer({ min: 0, max: 21_600 }).map((steps) => steps * 2),
  closed: fc.constant(false),
  letOff: fc.boolean(),
  buckets: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 11, maxLength: 11 }),
  elsewhere: fc.integer({ min: 0, max: 100 }),
});
const slotId = fc.integer({ min: 1, max: 2 ** 48 }).map((n) => n.toString(16).padStart(16, '0') as SlotId);

describe('bytes', () => {
  test('twenty-one a slot, and they say everything', () => {
    forAllIn(
      300,
      fc.integer({ min: 0, max: 65_535 }),
      fc.dictionary(slotId, slotCount, { maxKeys: 50 }),
      slotCount,
      (day, slots, others) => {
        const state = { day, slots: new Map(Object.entries(slots) as [SlotId, SlotCount][]), others };
        const bytes = packLimiter(state);
        expect(bytes.length).toBe(3 + SLOT_BYTES * (state.slots.size + 1));
        expect(unpackLimiter(bytes)).toEqual(state);
      },
    );
  });

  test('a wait is rounded up, a closed slot stays closed, a slot with nothing to remember takes no room', () => {
    const id = '0000000000000001' as SlotId;
    const through = (count: SlotCount): SlotCount | undefined =>
      unpackLimiter(packLimiter({ day: 1, slots: new Map([[id, count]]), others: null }))?.slots.get(id);
    expect(through({ ...NO_FAILURES, waitSeconds: 43_199 })?.waitSeconds).toBe(43_200);
    expect(through({ ...NO_FAILURES, closed: true })?.closed).toBe(true);
    expect(through(NO_FAILURES)).toBeUndefined();
  });

  test('bytes that nobody packed are refused', () => {
    forAll(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const state = unpackLimiter(bytes);
      if (state !== undefined)
        for (const count of state.slots.values())
          expect([...count.buckets, count.elsewhere].every((n) => n <= MAX_FAILURES)).toBe(true);
    });
    const whole = packLimiter({
      day: 1,
      slots: new Map([['0000000000000001' as SlotId, countTry(NO_FAILURES)]]),
      others: null,
    });
    expect(unpackLimiter(whole.slice(0, -1))).toBeUndefined();
    expect(unpackLimiter(Buffer.concat([whole.slice(0, -10), Buffer.alloc(10, 0xff)]))).toBeUndefined();
    expect(unpackLimiter(new Uint8Array())).toBeUndefined();
  });
});

test('merging never loses a failure and never shortens a wait', () => {
  forAll(slotCount, slotCount, (a, b) => {
    const merged = mergeCounts(a, b);
    for (const half of [a, b]) {
      expect(merged.consecutive).toBeGreaterThanOrEqual(half.consecutive);
      expect(merged.waitSeconds).toBeGreaterThanOrEqual(half.waitSeconds);
      expect(failuresInWindow(merged)).toBeGreaterThanOrEqual(failuresInWindow(half));
      expect(triesLeft(merged)).toBeLessThanOrEqual(triesLeft(half));
    }
  });
});

test('waits never shrink as failures grow', () => {
  for (let n = 1; n <= MAX_FAILURES; n++) expect(waitAfter(n)).toBeGreaterThanOrEqual(waitAfter(n - 1));
});

/** mulberry32: the same typing day for the same seed, on every machine. */
function randomOf(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Days on which the slot closed, in `days` days of `pins` PINs with `typos` mistyped ones. */
function typeForDays(
  seed: number,
  options: { readonly days: number; readonly pins: number; readonly typos: number },
): boolean {
  const random = randomOf(seed);
  let count = NO_FAILURES;
  for (let day = 0; day < options.days; day++) {
    count = passDays(count, day - 1 + 20_000, day + 20_000);
    for (let pin = 0; pin < options.pins; pin++) {
      if (isClosed(count)) return true;
      count = countTry(count);
      if (random() >= options.typos) count = countRight(count, 0);
    }
  }
  return isClosed(count);
}

describe('an honest desk', () => {
  const seeds = Array.from({ length: 2000 }, (_, i) => i + 1);

  test('80 PINs a day with 3 % typos close no slot in 30 days, with 2,000 seeds', () => {
    expect(seeds.filter((seed) => typeForDays(seed, { days: 30, pins: 80, typos: 0.03 }))).toEqual([]);
  });

  test('nor in half a year, with 300', () => {
    expect(
      seeds.slice(0, 300).filter((seed) => typeForDays(seed, { days: 180, pins: 80, typos: 0.03 })),
    ).toEqual([]);
  });

  test('the simulation can close one: 6 % typos close nearly all', () => {
    expect(
      seeds.slice(0, 100).filter((seed) => typeForDays(seed, { days: 30, pins: 80, typos: 0.06 })).length,
    ).toBeGreaterThan(90);
  });
});
