import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type LogContent, encodeLogContent } from '../../../main/vault/log/canonical.ts';
import { hashEntry, NO_HASH, stepKey, tagEntry } from '../../../main/vault/log/chain.ts';
import { fc, forAllIn } from '../../support/for-all.ts';
import { words } from '../../support/words.ts';

const text = fc.string({ maxLength: 12 });
const textOrNone = fc.option(text);
const content = fc.record({
  seq: fc.integer({ min: 1, max: 2 ** 40 }),
  segmentId: fc.integer({ min: 1, max: 9 }),
  time: fc.integer({ min: 0, max: 2 ** 45 }),
  staffId: text,
  cosignerId: textOrNone,
  action: text,
  personId: fc.option(fc.integer({ min: 1, max: 2 ** 31 })),
  field: textOrNone,
  reason: textOrNone,
  ticket: textOrNone,
  outcome: text,
  detail: textOrNone,
  prevHash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
}) as unknown as fc.Arbitrary<LogContent>;
const NAMES = words(
  'seq segmentId time staffId cosignerId action personId field reason ticket outcome detail',
  'prevHash',
);

describe('the canonical encoding', () => {
  test('differs as soon as anything differs, each field in its place', () => {
    forAllIn(500, content, content, fc.constantFrom(...NAMES), (a, b, name) => {
      const mixed = { ...a, [name]: b[name] };
      const same = Buffer.from(encodeLogContent(a)).equals(encodeLogContent(mixed));
      expect(same).toBe(
        a[name] === b[name] || (a[name] instanceof Uint8Array && Buffer.from(a.prevHash).equals(b.prevHash)),
      );
    });
  });

  test('text cannot move from one field into the next, and nothing is not an empty text', () => {
    const base: LogContent = {
      seq: 1,
      segmentId: 1,
      time: 0,
      staffId: 's' as never,
      cosignerId: null,
      action: 'search',
      personId: null,
      field: 'ab',
      reason: 'c',
      ticket: null,
      outcome: 'done',
      detail: null,
      prevHash: NO_HASH,
    };
    const bytes = (changes: Partial<LogContent>) =>
      Buffer.from(encodeLogContent({ ...base, ...changes })).toString('hex');
    const seen = [
      bytes({}),
      bytes({ field: 'a', reason: 'bc' }),
      bytes({ field: null, reason: 'abc' }),
      bytes({ field: '', reason: 'abc' }),
      bytes({ detail: '' }),
    ];
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('is laid out as it says', () => {
    const bytes = Buffer.from(
      encodeLogContent({
        seq: 2,
        segmentId: 1,
        time: 258,
        staffId: 'é' as never,
        cosignerId: null,
        action: 'search',
        personId: null,
        field: null,
        reason: null,
        ticket: null,
        outcome: 'done',
        detail: null,
        prevHash: NO_HASH,
      }),
    ).toString('hex');
    expect(bytes).toBe(
      [
        '01000000080000000000000002',
        '01000000080000000000000001',
        '01000000080000000000000102',
        '0200000002c3a9',
        '00',
        '0200000006736561726368',
        '00',
        '00',
        '00',
        '00',
        '0200000004646f6e65',
        '00',
        `0300000020${'00'.repeat(32)}`,
      ].join(''),
    );
  });
});

describe('a number that no entry was written with', () => {
  test.each([2 ** 63, -(2 ** 63), 2 ** 53, 1.5, Number.NaN])('is encoded as none: %d', (seq) => {
    const [entry] = fc.sample(content, { numRuns: 1, seed: 2 }) as [LogContent];
    const encoded = Buffer.from(encodeLogContent({ ...entry, seq })).toString('hex');
    expect(encoded.startsWith('0100000000')).toBe(true);
    expect(encoded).not.toBe(Buffer.from(encodeLogContent({ ...entry, seq: 0 })).toString('hex'));
  });
});

describe('the chain', () => {
  const entry = { ...(fc.sample(content, { numRuns: 1, seed: 1 })[0] as LogContent), signature: null };
  const vaultId = new Uint8Array(16).fill(1);
  const key = new Uint8Array(32).fill(2);

  test('is SHA-256 and HMAC-SHA256 over what it says, which a verifier elsewhere can do again', () => {
    const encoded = encodeLogContent(entry);
    const tag = createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from('resident-vault log tag 1\0'), vaultId, encoded]))
      .digest();
    expect(Buffer.from(tagEntry(vaultId, entry, key)).equals(tag)).toBe(true);
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.from('resident-vault log entry 1\0'), vaultId, encoded, tag]))
      .digest();
    expect(Buffer.from(hashEntry(vaultId, entry, tag)).equals(hash)).toBe(true);
  });

  test('hash and tag bind vault, entry, tag and key', () => {
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    const other = { ...entry, detail: `${entry.detail}!` };
    const tag = tagEntry(vaultId, entry, key);
    const hashes = [
      hashEntry(vaultId, entry, tag),
      hashEntry(randomBytes(16), entry, tag),
      hashEntry(vaultId, other, tag),
      hashEntry(vaultId, entry, randomBytes(32)),
    ];
    expect(new Set(hashes.map(hex)).size).toBe(4);
    const tags = [
      tag,
      tagEntry(randomBytes(16), entry, key),
      tagEntry(vaultId, other, key),
      tagEntry(vaultId, entry, stepKey(key)),
    ];
    expect(new Set(tags.map(hex)).size).toBe(4);
  });

  test('keys are plain bytes, whose copies are their own', () => {
    const stepped = stepKey(key);
    const copy = stepped.slice();
    stepped.fill(0);
    expect(copy.some((byte) => byte !== 0)).toBe(true);
  });
});
