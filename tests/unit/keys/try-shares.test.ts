import { describe, expect, test } from 'vitest';
import { MAX_FAILURES } from '../../../main/vault/keys/limiter-state.ts';
import {
  type GivenShare,
  openAsks,
  reserveOf,
  shareOfDesk,
  sharesOf,
} from '../../../main/vault/keys/try-shares.ts';
import { IDS_OF_A_DESK } from '../../../main/vault/store/ids.ts';
import { fc, forAll } from '../../support/for-all.ts';

/** The first rows of desk 1 may be of lower numbers than all of desk 2. */
const row = (
  from: number,
  n: number,
  toDesk: number,
  tries: number,
  answers: number | null = null,
): GivenShare => ({
  id: from * IDS_OF_A_DESK + n,
  home: 1,
  toDesk,
  tries,
  answers,
});

describe('what desks have of the tries of a PIN', () => {
  test('is all of them at each desk as long as nobody has shared them', () => {
    expect(shareOfDesk(sharesOf([]), 7)).toBe(MAX_FAILURES);
  });

  test('is a hundred in all, whatever honest desks give', () => {
    const gift = fc.record({
      from: fc.integer({ min: 1, max: 5 }),
      to: fc.integer({ min: 1, max: 5 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    forAll(fc.array(gift, { minLength: 1, maxLength: 30 }), (gifts) => {
      const rows: GivenShare[] = [row(1, 1, 2, 0)];
      for (const [at, { from, to, part }] of gifts.entries()) {
        const has = shareOfDesk(sharesOf(rows), from);
        rows.push(row(from, at + 2, to, Math.floor(has * part)));
        rows.sort((one, other) => one.id - other.id);
      }
      expect([...sharesOf(rows).values()].reduce((sum, tries) => sum + tries, 0)).toBe(MAX_FAILURES);
      expect([...sharesOf(rows).values()].every((tries) => tries >= 0)).toBe(true);
    });
  });

  test('is never more than a hundred, whatever anybody enters', () => {
    const any = fc.record({
      from: fc.integer({ min: 1, max: 5 }),
      to: fc.integer({ min: 1, max: 5 }),
      tries: fc.integer({ min: 0, max: 100 }),
      home: fc.integer({ min: 1, max: 5 }),
    });
    forAll(fc.array(any, { minLength: 1, maxLength: 30 }), (entered) => {
      const rows = entered
        .map(({ from, to, tries, home }, at) => ({ ...row(from, at + 1, to, tries), home }))
        .sort((one, other) => one.id - other.id);
      expect([...sharesOf(rows).values()].reduce((sum, tries) => sum + tries, 0)).toBeLessThanOrEqual(
        MAX_FAILURES,
      );
    });
  });

  test('is nothing at a desk that has given more than it had, and nothing of it elsewhere', () => {
    const rows = [row(1, 1, 2, 10), row(2, 1, 3, 11)];
    expect(Object.fromEntries(sharesOf(rows))).toEqual({ 1: 90, 2: 0 });
  });

  test('is asked for until somebody has answered', () => {
    const ask = row(2, 1, 2, 100);
    expect(openAsks([row(1, 1, 2, 10), ask])).toEqual([ask]);
    expect(openAsks([row(1, 1, 2, 10), ask, row(1, 2, 2, 80, ask.id)])).toEqual([]);
  });

  test('leaves half of all for where people are, over up to 32 desks', () => {
    for (let desks = 2; desks <= 32; desks += 1) {
      expect(reserveOf(desks)).toBeGreaterThanOrEqual(1);
      expect(reserveOf(desks) * (desks - 1)).toBeLessThanOrEqual(MAX_FAILURES / 2);
    }
  });
});
