import { describe, expect, it } from 'vitest';
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { bind } from '../../../main/vault/crypto/bind.ts';
import { utf8 } from '../../../main/vault/crypto/bytes.ts';
import { generateReceivePair, setupSender } from '../../../main/vault/crypto/hpke.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { type GrantContext, grantTier, openGrant } from '../../../main/vault/keys/grants.ts';
import { matchTag } from '../../../main/vault/keys/match.ts';
import type { Roster } from '../../../main/vault/keys/roster.ts';
import { createSealBatch, openSealBatch, openSealed } from '../../../main/vault/keys/seal.ts';
import {
  type TierPrivate,
  type TrustedTierKey,
  createTierPrivate,
  makeTierRecord,
  tierPrivateOf,
  verifyTierKey,
} from '../../../main/vault/keys/tier-keys.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const VAULT = 'a'.repeat(32);
const OTHER_VAULT = 'b'.repeat(32);
const DAMAGED = expect.objectContaining({ code: 'store-damaged' });
/** Tests stand where verifyTierKey stands: they say themselves which key is to be trusted. */
const trust = (key: TierPrivate, vaultId = VAULT) =>
  ({ vaultId, tier: key.tier, epoch: key.epoch, publicKey: key.publicKey }) as unknown as TrustedTierKey & {
    vaultId: string;
  };
const key = createTierPrivate(VAULT, 'contact', 1);
const place = { personId: 7, field: 'phone', ordinal: 0 } as const;

describe('sealed values', () => {
  it('open in their place, in any order', () => {
    forAllIn(
      50,
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 8 }),
      (values) => {
        const batch = createSealBatch(trust(key));
        const sealed = values.map((value, ordinal) => ({
          ordinal,
          ...batch.seal({ ...place, ordinal }, value),
        }));
        const opener = openSealBatch(VAULT, key, batch);
        for (const { ordinal, n, ciphertext } of sealed.reverse()) {
          expect(n).toBe(ordinal);
          expect(opener.open({ ...place, ordinal, n }, ciphertext)).toBe(values[ordinal]);
          expect(openSealed(VAULT, key, batch, { ...place, ordinal, n }, ciphertext)).toBe(values[ordinal]);
        }
      },
    );
  });

  const batch = createSealBatch(trust(key));
  const first = batch.seal(place, 'one');
  const second = batch.seal({ ...place, ordinal: 1 }, 'two');
  const open = (
    changes: object = {},
    ciphertext = first.ciphertext,
    from: { epoch: number; nonce: Uint8Array; enc: Uint8Array } = batch,
    by = key,
    vaultId = VAULT,
  ): string => openSealed(vaultId, by, from, { ...place, n: first.n, ...changes }, ciphertext);

  it('are refused anywhere else', () => {
    expect(open()).toBe('one');
    const other = createSealBatch(trust(key));
    const nextEpoch = tierPrivateOf(VAULT, 'contact', 2, key.privateKey);
    const otherTier = tierPrivateOf(VAULT, 'identity', 1, key.privateKey);
    const moves: Readonly<Record<string, () => string>> = {
      'another person': () => open({ personId: 8 }),
      'another field': () => open({ field: 'wechat' satisfies SealedFieldId }),
      'another place of the field': () => open({ ordinal: 1 }),
      'another number of the batch': () => open({ n: second.n }),
      'the next row': () => open({ ordinal: 1, n: second.n }),
      'the ciphertext of the next row': () => open({}, second.ciphertext),
      'another batch': () => open({}, first.ciphertext, other),
      'another nonce': () => open({}, first.ciphertext, { ...batch, nonce: other.nonce }),
      'another epoch of the batch': () => open({}, first.ciphertext, { ...batch, epoch: 2 }),
      'the same key in another epoch': () => open({}, first.ciphertext, batch, nextEpoch),
      'both in another epoch': () => open({}, first.ciphertext, { ...batch, epoch: 2 }, nextEpoch),
      'the same key in another tier': () => open({}, first.ciphertext, batch, otherTier),
      'another vault': () => open({}, first.ciphertext, batch, key, OTHER_VAULT),
      'another key': () => open({}, first.ciphertext, batch, createTierPrivate(VAULT, 'contact', 1)),
      'another format': () => open({}, Uint8Array.of(1, ...first.ciphertext.subarray(1))),
      'a format of later': () => open({}, Uint8Array.of(3, ...first.ciphertext.subarray(1))),
      nothing: () => open({}, new Uint8Array()),
      'no key encapsulated': () => open({}, first.ciphertext, { ...batch, enc: new Uint8Array(32) }),
      'a negative number': () => open({ n: -1 }),
    };
    for (const [name, move] of Object.entries(moves))
      expect(move, name).toThrow(name === 'a negative number' ? AppError : DAMAGED);
  });

  it('are refused after a change of any byte', () => {
    first.ciphertext.forEach((_, at) => {
      expect(() => open({}, first.ciphertext.with(at, first.ciphertext[at]! ^ 0x80)), `byte ${at}`).toThrow(
        DAMAGED,
      );
    });
  });

  it('do not tell their length but in steps of 32 bytes', () => {
    const lengthOf = (value: string): number => batch.seal(place, value).ciphertext.length;
    expect(
      new Set(
        ['', '1', '0778-2123456', '0778-21234567', '14112341234', '450102189001010010', 'a'.repeat(31)].map(
          lengthOf,
        ),
      ),
    ).toEqual(new Set([1 + 32 + 16]));
    expect(lengthOf('a'.repeat(32))).toBe(1 + 64 + 16);
    forAllIn(100, fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
      const { n, ciphertext } = batch.seal(place, value);
      expect((ciphertext.length - 17) % 32).toBe(0);
      expect(openSealed(VAULT, key, batch, { ...place, n }, ciphertext)).toBe(value);
    });
  });

  it('of the first version, not padded, still open, and in their place alone', () => {
    const info = bind('seal-batch', VAULT, 'contact', 1, batch.nonce, 0x01);
    const sender = setupSender(key.publicKey, info);
    const { sequence, ciphertext } = sender.seal(
      bind('sealed-value', 7, 'phone', 0, 0x01),
      utf8('14112341234'),
    );
    const old = Uint8Array.of(0x01, ...ciphertext);
    const stored = { epoch: 1, nonce: batch.nonce, enc: sender.enc };
    expect(openSealed(VAULT, key, stored, { ...place, n: sequence }, old)).toBe('14112341234');
    expect(() => openSealed(VAULT, key, stored, { ...place, personId: 8, n: sequence }, old)).toThrow(
      DAMAGED,
    );
    expect(() =>
      openSealed(VAULT, key, stored, { ...place, n: sequence }, Uint8Array.of(0x02, ...ciphertext)),
    ).toThrow(DAMAGED);
  });

  it('cannot be opened with what sealed them', () => {
    const { privateKey: _dropped, ...publicPart } = key;
    const guess = generateReceivePair();
    expect(() =>
      openSealed(
        VAULT,
        { ...publicPart, privateKey: guess.privateKey } as TierPrivate,
        batch,
        { ...place, n: 0 },
        first.ciphertext,
      ),
    ).toThrow(DAMAGED);
  });
});

describe('grants', () => {
  const staff = generateReceivePair();
  const context: GrantContext = {
    vaultId: VAULT,
    tier: 'contact',
    epoch: 1,
    staffId: '0'.repeat(16) as StaffId,
    generation: 1,
  };
  const sealed = grantTier(key, staff.publicKey, context);

  it('give the whole tier key to their holder', () => {
    expect(openGrant(staff, context, sealed)).toEqual(key);
  });

  it.each<[string, Partial<GrantContext>]>([
    ['another vault', { vaultId: OTHER_VAULT }],
    ['another tier', { tier: 'identity' }],
    ['another epoch', { epoch: 2 }],
    ['another person', { staffId: '1'.repeat(16) as StaffId }],
    ['the sheet', { staffId: 'recovery' }],
    ['another generation', { generation: 2 }],
  ])('do not open as those of %s', (_what, changes) => {
    expect(openGrant(staff, { ...context, ...changes }, sealed)).toBeNull();
  });

  it('do not open to another person', () => {
    expect(openGrant(generateReceivePair(), context, sealed)).toBeNull();
  });
});

describe('match tags', () => {
  it('are equal for equal values and nothing else', () => {
    const tag = matchTag(VAULT, key, 'phone', '14100000001');
    expect(tag).toHaveLength(16);
    expect(matchTag(VAULT, key, 'phone', '14100000001')).toEqual(tag);
    const others = [
      matchTag(VAULT, key, 'phone', '14100000002'),
      matchTag(VAULT, key, 'idNumber', '14100000001'),
      matchTag(OTHER_VAULT, key, 'phone', '14100000001'),
      matchTag(VAULT, { ...key, epoch: 2 }, 'phone', '14100000001'),
      matchTag(VAULT, { ...key, tier: 'identity' }, 'phone', '14100000001'),
      matchTag(VAULT, createTierPrivate(VAULT, 'contact', 1), 'phone', '14100000001'),
    ];
    for (const other of others) expect(other).not.toEqual(tag);
  });

  it('come from a key of their own for each vault, tier and epoch', () => {
    const tiers: readonly (readonly [string, SealedTier, number])[] = [
      [VAULT, 'contact', 1],
      [VAULT, 'contact', 2],
      [VAULT, 'identity', 1],
      [OTHER_VAULT, 'contact', 1],
    ];
    const keys = tiers.map(([vaultId, tier, epoch]) =>
      Buffer.from(tierPrivateOf(vaultId, tier, epoch, key.privateKey).matchKey).toString('hex'),
    );
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a tier key', () => {
  const [admin, supervisor, desk] = [generateSignPair(), generateSignPair(), generateSignPair()];
  const ids = {
    admin: 'a'.repeat(16) as StaffId,
    supervisor: 'b'.repeat(16) as StaffId,
    desk: 'c'.repeat(16) as StaffId,
  };
  const roster = {
    vaultId: VAULT,
    keyOf: (id, role, n) =>
      n !== 4
        ? null
        : id === ids.admin && role === 'admin'
          ? admin.publicKey
          : id === ids.supervisor && role === 'supervisor'
            ? supervisor.publicKey
            : null,
  } as Partial<Roster> as Roster;
  const signers = [
    { id: ids.admin, privateKey: admin.privateKey },
    { id: ids.supervisor, privateKey: supervisor.privateKey },
  ];
  const at = { rosterN: 4, createdAt: 1 };
  const record = makeTierRecord(VAULT, key, at, signers);
  const MISMATCH = expect.objectContaining({
    code: 'store-mismatch',
    details: { part: 'tier-key', tier: 'contact' },
  });

  it('is trusted when it is the pinned one, signed by admin and supervisor', () => {
    expect(verifyTierKey(record, key, roster)).toEqual({
      tier: 'contact',
      epoch: 1,
      publicKey: key.publicKey,
    });
  });

  it("is refused without both signatures, with a receptionist's, in another office, epoch, tier or vault, or when it is not the pinned one", () => {
    const planted = createTierPrivate(VAULT, 'contact', 1);
    const byDesk = { id: ids.supervisor, privateKey: desk.privateKey };
    const bad = [
      undefined,
      makeTierRecord(VAULT, key, at, [signers[0]!]),
      makeTierRecord(VAULT, key, at, [signers[1]!]),
      makeTierRecord(VAULT, key, at, [signers[0]!, byDesk]),
      makeTierRecord(VAULT, key, { ...at, rosterN: 3 }, signers),
      makeTierRecord(OTHER_VAULT, key, at, signers),
      makeTierRecord(VAULT, planted, at, signers),
      { ...record, createdAt: 2 },
      { ...record, epoch: 2 },
      { ...record, publicKey: planted.publicKey },
      { ...makeTierRecord(VAULT, { ...key, tier: 'identity' }, at, signers), tier: 'contact' as const },
    ];
    for (const [index, one] of bad.entries())
      expect(() => verifyTierKey(one, key, roster), `case ${index}`).toThrow(MISMATCH);
    expect(() => verifyTierKey(record, planted, roster)).toThrow(MISMATCH);
  });
});
