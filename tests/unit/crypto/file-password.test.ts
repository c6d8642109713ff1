/** The password of a file that leaves the house. */
import { expect, it } from 'vitest';
import { makeFilePassword } from '../../../main/vault/crypto/file-password.ts';

it('has six groups of four characters, none of which is taken for another', () => {
  for (let made = 0; made < 50; made += 1)
    expect(makeFilePassword()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
});

it('is never the same, and has each of the 32 characters as often as any other', () => {
  const many = Array.from({ length: 2_000 }, makeFilePassword);
  expect(new Set(many).size).toBe(many.length);
  const counts = new Map<string, number>();
  for (const character of many.join('').replaceAll('-', ''))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(32);
  // 1,500 each are expected; so far off, six times the deviation, would be once in a billion.
  for (const count of counts.values()) expect(Math.abs(count - 1_500)).toBeLessThan(240);
});
