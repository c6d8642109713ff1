/** Tags of replaced values over rotations: found by whoever has every key since, and by nobody who has one of before alone. */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../main/vault/crypto/bytes.ts';
import {
  type FormerKey,
  formerTags,
  openFormerKeys,
  sealFormerKeys,
  tagAgain,
} from '../../../main/vault/keys/former-tags.ts';
import { matchTag } from '../../../main/vault/keys/match.ts';
import { type TierPrivate, createTierPrivate } from '../../../main/vault/keys/tier-keys.ts';
import { phoneOf } from '../../support/people-drafts.ts';

const VAULT = 'a'.repeat(32);
const [one, two, three] = [1, 2, 3].map((epoch) => createTierPrivate(VAULT, 'contact', epoch)) as [
  TierPrivate,
  TierPrivate,
  TierPrivate,
];
const PHONE = phoneOf(7);
const hexOf = (tags: readonly Uint8Array[]): readonly string[] => tags.map(toHex);
const found = (key: TierPrivate, former: readonly FormerKey[], value = PHONE): readonly string[] =>
  hexOf(formerTags(VAULT, key, former, 'phone', value));

/** As it lies in the store after two rotations. */
const stored = tagAgain(VAULT, three, tagAgain(VAULT, two, matchTag(VAULT, one, 'phone', PHONE)));

describe('the tag of a value that was replaced', () => {
  it('is found under the present key, whichever epoch it was made in', () => {
    expect(found(three, [one, two])).toContain(toHex(stored));
    const later = tagAgain(VAULT, three, matchTag(VAULT, two, 'phone', PHONE));
    expect(found(three, [one, two])).toContain(toHex(later));
    expect(found(three, [])).toEqual([toHex(matchTag(VAULT, three, 'phone', PHONE))]);
  });

  it('is found by no other value, and not without a key that it went through', () => {
    expect(found(three, [one, two], phoneOf(8))).not.toContain(toHex(stored));
    expect(found(three, [two])).not.toContain(toHex(stored));
    expect(found(three, [one])).not.toContain(toHex(stored));
  });

  it('is found where it came late, and was not tagged again by the keys that its desk did not know', () => {
    const among = { ...three, earlier: [two, one] };
    for (const late of [
      matchTag(VAULT, one, 'phone', PHONE),
      tagAgain(VAULT, three, matchTag(VAULT, one, 'phone', PHONE)),
      matchTag(VAULT, two, 'phone', PHONE),
      stored,
    ]) {
      expect(found(among, [])).toContain(toHex(late));
      expect(found(among, [one], phoneOf(8))).not.toContain(toHex(late));
    }
    expect(new Set(found(among, [one, two])).size).toBe(found(among, []).length);
  });

  it('is none that a key of before makes, since the last one is missing', () => {
    const stranger = createTierPrivate(VAULT, 'contact', 3);
    for (const key of [one, two, stranger])
      expect(
        found(
          key,
          [one, two].filter(({ epoch }) => epoch < key.epoch),
        ),
      ).not.toContain(toHex(stored));
  });
});

describe('keys of before', () => {
  const sealed = sealFormerKeys(VAULT, three, [one, two]);

  it('open to the present key as they were', () =>
    expect(openFormerKeys(VAULT, three, sealed)).toEqual(
      [one, two].map(({ epoch, matchKey }) => ({ epoch, matchKey })),
    ));

  it('open to no other key, tier, epoch or vault, nor with a byte changed', () => {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === 40 ? byte ^ 1 : byte));
    expect(openFormerKeys(VAULT, two, sealed)).toBeNull();
    expect(openFormerKeys(VAULT, { ...three, tier: 'identity' }, sealed)).toBeNull();
    expect(openFormerKeys(VAULT, { ...three, epoch: 4 }, sealed)).toBeNull();
    expect(openFormerKeys('b'.repeat(32), three, sealed)).toBeNull();
    expect(openFormerKeys(VAULT, three, changed)).toBeNull();
  });
});
