/** The numbers beside the choices, each counted here by making every value that would look the same. */
import { describe, expect, test } from 'vitest';
import { FIELDS, FIELD_IDS, type FieldId } from '../../../contract/fields.ts';
import { MASK_LEVELS, type MaskPolicy, POLICY_MASKS, USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { countCandidates, countIdNumbers } from '../../../main/vault/policy/count-candidates.ts';

const NOW = Date.UTC(2026, 5, 1);
const ENDS: MaskPolicy = { ...USUAL_MASKS, phone: 'last-four', plate: 'province' };

/** How many of these are valid and look like the first. */
function countAlike(policy: MaskPolicy, field: FieldId, values: Iterable<string>): number {
  let mask: string | undefined;
  let alike = 0;
  for (const value of values) {
    const masked = maskValue(policy, field, value, { now: NOW });
    mask ??= masked.mask;
    if (masked.valid && masked.mask === mask) alike += 1;
  }
  return alike;
}

function* numbers(digits: number, make: (text: string) => string): Iterable<string> {
  for (let n = 0; n < 10 ** digits; n += 1) yield make(String(n).padStart(digits, '0'));
}

const LETTERS_AND_DIGITS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'];

describe('counted by making them all', () => {
  test('a phone with its segment, and the smallest part of one without', () => {
    expect(
      countAlike(
        USUAL_MASKS,
        'phone',
        numbers(4, (text) => `141${text}1234`),
      ),
    ).toBe(countCandidates('phone', 'usual', NOW));
    expect(countAlike(ENDS, 'phone', ['14100001234', ...numbers(6, (text) => `1${text}1234`)]) - 1).toBe(
      countCandidates('phone', 'last-four', NOW),
    );
  });

  test('a landline and a number from abroad leave more than a mobile does', () => {
    const landlines = [4, 5].map((digits) =>
      countAlike(
        USUAL_MASKS,
        'phone',
        numbers(digits, (text) => `0778-${text.replace(/^[01]/, '2')}456`),
      ),
    );
    expect(landlines[0]! + landlines[1]!).toBeGreaterThan(countCandidates('phone', 'usual', NOW)!);
    expect(
      countAlike(
        USUAL_MASKS,
        'phone',
        numbers(5, (text) => `+8529${text}67`),
      ),
    ).toBeGreaterThan(countCandidates('phone', 'usual', NOW)!);
  });

  test('an ID number, for each last character, in three regions, for men and women', () => {
    for (const region of ['450102', '810000', '110101']) {
      for (const sex of [0, 1]) {
        const left = new Map<string, number>();
        for (let day = 0; day < 365; day += 1) {
          const date = new Date(Date.UTC(1890, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
          for (let n = sex; n < 1000; n += 2) {
            const last = checkCharacter(`${region}${date}${String(n).padStart(3, '0')}`);
            left.set(last, (left.get(last) ?? 0) + 1);
          }
        }
        expect(left.size).toBe(11);
        const least = Math.min(...left.values());
        expect(least).toBeGreaterThanOrEqual(10_000);
        expect(countIdNumbers()).toBeLessThanOrEqual(least);
        expect(least - countIdNumbers()).toBeLessThan(3);
      }
    }
  });

  test('a plate with a class letter, and with its city hidden', () => {
    const small = LETTERS_AND_DIGITS.flatMap((third) => [...numbers(2, (text) => `桂MD${third}${text}45`)]);
    expect(countAlike(USUAL_MASKS, 'plate', small)).toBe(countCandidates('plate', 'usual', NOW));
    const cities = countAlike(
      ENDS,
      'plate',
      [...'ABCDEFGHJKLMNPQRSTUVWXYZIO'].map((city) => `桂${city}D12345`),
    );
    const classes = countAlike(
      ENDS,
      'plate',
      [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
        .map((letter) => `桂M${letter}12345`)
        .filter(
          (plate) =>
            maskValue(USUAL_MASKS, 'plate', plate).mask.length === 8 &&
            maskValue(USUAL_MASKS, 'plate', plate).valid,
        ),
    );
    expect([cities, classes]).toEqual([24, 10]);
    expect(
      countAlike(
        ENDS,
        'plate',
        LETTERS_AND_DIGITS.map((third) => `桂MD${third}2345`),
      ) *
        cities *
        classes *
        10 ** 4,
    ).toBe(countCandidates('plate', 'province', NOW));
  });

  test('a birthday', () => {
    const days = (from: number, count: number): string[] =>
      Array.from({ length: count }, (_, n) => new Date(from + n * 86_400_000).toISOString().slice(0, 10));
    expect(countAlike(USUAL_MASKS, 'birthday', days(Date.UTC(1890, 0, 1), 400))).toBe(
      countCandidates('birthday', 'usual', NOW),
    );
    expect(
      days(Date.UTC(1900, 0, 1), 80_000).filter((day) => day <= new Date(NOW).toISOString().slice(0, 10))
        .length,
    ).toBe(countCandidates('birthday', 'hidden', NOW));
  });

  test('a short WeChat id by five to seven digits, which go on by tens', () => {
    const byLength = [5, 6, 7].map((length) =>
      countAlike(
        USUAL_MASKS,
        'wechat',
        numbers(length - 2, (text) => `1${text}3`),
      ),
    );
    expect(byLength).toEqual([1e3, 1e4, 1e5]);
    expect(byLength[0]! * (1 + 10 + 100 + 1e3 + 1e4 + 1e5)).toBe(countCandidates('wechat', 'usual', NOW));
  });
});

test('a stricter level never leaves fewer, and no usual mask of a phone or an ID number leaves less than 10,000', () => {
  for (const mask of POLICY_MASKS) {
    const counts = MASK_LEVELS[mask].map((level) => countCandidates(mask, level, NOW));
    if (counts[0] === null) expect(counts.every((count) => count === null)).toBe(true);
    else expect(counts.toSorted((a, b) => a! - b!)).toEqual(counts);
  }
  expect(countCandidates('phone', 'usual', NOW)).toBeGreaterThanOrEqual(10_000);
  expect(countCandidates('id-number', 'usual', NOW)).toBeGreaterThanOrEqual(10_000);
});

test('every field with a mask that can be tightened is counted or known to have no number', () => {
  expect(
    new Set(
      FIELD_IDS.map((field) => FIELDS[field].mask).filter((mask) => mask !== 'none' && mask !== 'hidden'),
    ),
  ).toEqual(new Set(POLICY_MASKS));
});
