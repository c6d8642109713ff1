import { describe, expect, it } from 'vitest';
import { FIELDS, type SealedTier } from '../../../contract/fields.ts';
import { toHex } from '../../../main/vault/crypto/bytes.ts';
import { shareKeys, startResealThreads } from '../../../main/vault/key-management/reseal-in-worker.ts';
import { type TierChange, createPartResealer } from '../../../main/vault/key-management/reseal-part.ts';
import { LONGEST_SEALED } from '../../../main/vault/key-management/reseal.ts';
import { matchTag, tagText } from '../../../main/vault/keys/match.ts';
import { createSealBatch, openSealed } from '../../../main/vault/keys/seal.ts';
import {
  type TierPrivate,
  type TrustedTierKey,
  createTierPrivate,
} from '../../../main/vault/keys/tier-keys.ts';
import { phoneOf } from '../../support/people-drafts.ts';

const VAULT = 'a'.repeat(32);
const trust = (key: TierPrivate) => key as TierPrivate & TrustedTierKey;
const changeOf = (tier: SealedTier): TierChange => ({
  from: createTierPrivate(VAULT, tier, 1),
  to: trust(createTierPrivate(VAULT, tier, 2)),
});
const change = changeOf('contact');
const changes = new Map([['contact', change]] as const);
const place = (personId: number) => ({ personId, field: 'phone', ordinal: 0 }) as const;

let batches = 0;

/** A part of so many people's phones, in one old batch, of an import or of none. */
function partOf(count: number, importId: number | null = null) {
  const batch = createSealBatch({ ...change.from, vaultId: VAULT } as unknown as TrustedTierKey & {
    vaultId: string;
  });
  const batchId = String((batches += 1));
  const rows = Array.from({ length: count }, (_, index) => {
    const { n, ciphertext } = batch.seal(place(index), phoneOf(index));
    return [String(index + 1), 'contact', batchId, n, toHex(ciphertext), index, 'phone', 0] as const;
  });
  return {
    rows: JSON.stringify(rows),
    batches: JSON.stringify([[batchId, 'contact', 1, toHex(batch.nonce), toHex(batch.enc), importId]]),
  };
}
const order = { vaultId: VAULT, changes, tagged: new Map([[0, Uint8Array.of(0b0000_0110)]]) };
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
type Batch = [id: number, tier: string, epoch: number, nonce: string, enc: string, importId: number | null];

describe('a part of a table', () => {
  it('is sealed to the next key, value by value in its place, with a tag for those that had one', () => {
    const part = createPartResealer({ ...order, ids: { first: 9, step: 2 } })(partOf(3, 77));
    const [[id, tier, epoch, nonce, enc, importId]] = JSON.parse(part.batches) as [Batch];
    expect({ id, tier, epoch, importId, unreadable: part.unreadable }).toEqual({
      id: 9,
      tier: 'contact',
      epoch: 2,
      importId: 77,
      unreadable: 0,
    });
    const rows = JSON.parse(part.rows) as [string, number, number, string][];
    expect(rows.map((row) => [row[0], row[1]])).toEqual([
      ['1', 9],
      ['2', 9],
      ['3', 9],
    ]);
    for (const [index, [, , n, ciphertext]] of rows.entries())
      expect(
        openSealed(
          VAULT,
          change.to,
          { epoch, nonce: bytes(nonce), enc: bytes(enc) },
          { ...place(index), n },
          bytes(ciphertext),
        ),
      ).toBe(phoneOf(index));
    // The second bit and the third: of the values 1 and 2, which are those of the people 0 and 1.
    const tags = [0, 1].map((person) => [
      toHex(matchTag(VAULT, change.to, 'phone', tagText('phone', person, phoneOf(person)))),
      'contact',
      2,
      String(person + 1),
    ]);
    expect(JSON.parse(part.tags)).toEqual(tags.sort(([one], [other]) => (one! < other! ? -1 : 1)));
  });

  it('begins a batch for each import and after fifty thousand values, under ids of its own', () => {
    const reseal = createPartResealer({ ...order, ids: { first: 9, step: 2 } });
    const begun = [partOf(30_000), partOf(1, 77), partOf(30_000), partOf(2, 77)].map((part) =>
      (JSON.parse(reseal(part).batches) as Batch[]).map(([id]) => id),
    );
    expect(begun).toEqual([[9], [11], [13], []]);
  });

  it('has what its key does not open counted and left out', () => {
    const part = partOf(3);
    const [first, second, third] = JSON.parse(part.rows) as unknown[][];
    const odd = [
      first!.with(4, null),
      second!.with(5, 2),
      third!.with(1, 'identity'),
      first!.with(2, 'none'),
      first!.with(3, 2 ** 60),
      first!.with(5, 2 ** 60),
      first!.with(4, 'zz'),
    ];
    expect(
      createPartResealer({ ...order, ids: { first: 1, step: 1 } })({ ...part, rows: JSON.stringify(odd) }),
    ).toEqual({ rows: '[]', tags: '[]', batches: '[]', unreadable: odd.length });
    const nothing = [[first![2], 'contact', 1, null, null, null]];
    expect(
      createPartResealer({ ...order, ids: { first: 1, step: 1 } })({
        ...part,
        batches: JSON.stringify(nothing),
      }).unreadable,
    ).toBe(3);
  });
});

it('the longest value of any field is read by a rotation, in whatever script', () => {
  const longest = Math.max(...Object.values(FIELDS).map((field) => ('longest' in field ? field.longest : 0)));
  const batch = createSealBatch({ ...change.to, vaultId: VAULT });
  expect(longest).toBeGreaterThanOrEqual(2_000);
  expect(batch.seal(place(1), '\u{20BB7}'.repeat(longest)).ciphertext.length).toBeLessThan(LONGEST_SEALED);
});

describe('the threads of a rotation', () => {
  it('work together, each under ids that are its own', async () => {
    const threads = startResealThreads({ ...order, firstId: 100 });
    const made = await Promise.all([partOf(10), partOf(10), partOf(10)].map((part) => threads.reseal(part)));
    await threads.close();
    const ids = made.flatMap(({ batches }) => (JSON.parse(batches) as Batch[]).map(([id]) => id));
    expect(new Set(ids).size).toBe(Math.min(threads.count, 3));
    expect(Math.min(...ids)).toBe(100);
    expect(made.map(({ rows }) => (JSON.parse(rows) as unknown[]).length)).toEqual([10, 10, 10]);
  });

  it('that ended are told of, and answer nothing more', async () => {
    const threads = startResealThreads({ ...order, firstId: 100 });
    const broken = { rows: 'no JSON', batches: '[]' };
    const answers = await Promise.allSettled(
      Array.from({ length: threads.count }, () => threads.reseal(broken)),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'internal' } });
    await expect(threads.reseal(partOf(1))).rejects.toMatchObject({ code: 'internal' });
    await threads.close();
  });

  it('share the keys that they need and no others, which are zeroed at the end', () => {
    const shared = shareKeys(changes);
    const { from, to } = shared.changes.get('contact')!;
    expect([from.privateKey, from.matchKey, to.privateKey, to.matchKey]).toEqual([
      change.from.privateKey,
      new Uint8Array(),
      new Uint8Array(),
      change.to.matchKey,
    ]);
    expect(from.privateKey.buffer).toBeInstanceOf(SharedArrayBuffer);
    shared.zero();
    expect([...from.privateKey, ...to.matchKey].every((byte) => byte === 0)).toBe(true);
    expect(change.from.privateKey.some((byte) => byte !== 0)).toBe(true);
  });
});
