import { describe, expect, it } from 'vitest';
import { type BindPart, bind } from '../../../main/vault/crypto/bind.ts';
import { toHex } from '../../../main/vault/crypto/bytes.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const part = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', 'contact', 'identity'),
  fc.maxSafeNat(),
  fc.uint8Array({ maxLength: 12 }),
);
const call = fc.tuple(fc.constantFrom('', 'grant', 'slot', 'seal-batch'), fc.array(part, { maxLength: 5 }));
const spell = ([purpose, parts]: [string, BindPart[]]): string =>
  JSON.stringify([
    purpose,
    ...parts.map((value) => (value instanceof Uint8Array ? { bytes: toHex(value) } : value)),
  ]);

describe('bind', () => {
  it('gives different bytes to different arguments and the same to the same', () => {
    forAllIn(2000, call, call, (a, b) => {
      const [left, right] = [bind(a[0], ...a[1]), bind(b[0], ...b[1])];
      expect(toHex(left) === toHex(right)).toBe(spell(a) === spell(b));
    });
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['1'], [1]],
    [['a'], [Uint8Array.of(0x61)]],
    [['a', ''], ['a']],
    [[1, 2], [258]],
  ] satisfies [BindPart[], BindPart[]][])('keeps %j apart from %j', (a, b) => {
    expect(bind('p', ...a)).not.toEqual(bind('p', ...b));
  });

  it('has the layout that is written in its docstring', () => {
    expect(toHex(bind('p', 'é', 258, Uint8Array.of(7)))).toBe(
      `73${'00000010'}${Buffer.from('resident-vault/1').toString('hex')}73${'00000001'}7073${'00000002'}c3a96e${'00000008'}0000000000000102${'62'}${'00000001'}07`,
    );
  });

  it('refuses what has no one spelling', () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => bind('p', bad)).toThrow(RangeError);
    expect(() => bind('p', '\ud800')).toThrow(TypeError);
  });
});
