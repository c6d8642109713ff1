/**
 * Tags of values that were replaced. The value is gone, so its tag cannot be made anew under the next match key; a rotation tags the tag instead, and the
 * match keys of before are kept, sealed under the tier's present key, to find it by. Whoever has a match key of before alone finds nothing.
 */
import { createHmac } from 'node:crypto';
import type { SealedFieldId } from '../../../contract/fields.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { concat } from '../crypto/bytes.ts';
import { hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import { matchTag } from './match.ts';
import type { TierPrivate } from './tier-keys.ts';

/** The match key of an earlier epoch. */
export interface FormerKey {
  readonly epoch: number;
  /** 32 bytes. */
  readonly matchKey: Uint8Array;
}

const TAG_BYTES = 16;
const EPOCH_BYTES = 4;
const KEY_BYTES = 32;
const ENTRY_BYTES = EPOCH_BYTES + KEY_BYTES;

type MatchKey = Pick<TierPrivate, 'tier' | 'epoch' | 'matchKey'>;

/** The tag under one more match key: 16 bytes of HMAC-SHA256, bound to vault, tier and epoch. */
export function tagAgain(vaultId: string, { tier, epoch, matchKey }: MatchKey, tag: Uint8Array): Uint8Array {
  const mac = createHmac('sha256', matchKey)
    .update(bind('former-tag', vaultId, tier, epoch, tag))
    .digest();
  return new Uint8Array(mac.subarray(0, TAG_BYTES));
}

/**
 * Every tag by which a former value may lie in the store: made under the present key, or under one of before and tagged again under each key that
 * followed. Among several desks it may have come late, from one that did not know the next keys: then it was not tagged again by those.
 */
export function formerTags(
  vaultId: string,
  tier: TierPrivate,
  former: readonly FormerKey[],
  field: SealedFieldId,
  normalised: string,
): readonly Uint8Array[] {
  const keys = [...allFormer(former, tier).map((key) => ({ ...tier, ...key })), tier];
  return keys.flatMap((first, index) => {
    const made = matchTag(vaultId, first, field, normalised);
    const followed = keys.slice(index + 1);
    const comings =
      tier.earlier === undefined
        ? [followed]
        : [...followed.keys(), followed.length].map((at) => followed.slice(at));
    return comings.map((since) => since.reduce((tag, next) => tagAgain(vaultId, next, tag), made));
  });
}

/** Those that the store has kept and those that the holder has grants of, each epoch once, ascending. */
export const allFormer = (
  kept: readonly FormerKey[],
  { earlier = [] }: Pick<TierPrivate, 'earlier'>,
): readonly FormerKey[] =>
  [...new Map([...earlier, ...kept].map((key) => [key.epoch, key])).values()].toSorted(
    (one, other) => one.epoch - other.epoch,
  );

/** Keys of earlier epochs, for whoever opens the tier: AES-256-GCM under a key derived from the tier's private key. */
export function sealFormerKeys(vaultId: string, tier: TierPrivate, keys: readonly FormerKey[]): Uint8Array {
  const plain = concat(
    ...keys.flatMap(({ epoch, matchKey }) => {
      const number = new Uint8Array(EPOCH_BYTES);
      new DataView(number.buffer).setUint32(0, epoch);
      return [number, matchKey];
    }),
  );
  const key = archiveKey(vaultId, tier);
  try {
    return sealAead(key, contextOf(vaultId, tier), plain);
  } finally {
    zero(key, plain);
  }
}

/** Null for what is not of this vault, tier and epoch, whoever wrote it. Zero the keys after use. */
export function openFormerKeys(
  vaultId: string,
  tier: TierPrivate,
  sealed: Uint8Array,
): readonly FormerKey[] | null {
  const key = archiveKey(vaultId, tier);
  const plain = openAead(key, contextOf(vaultId, tier), sealed);
  zero(key);
  if (plain === null || plain.length % ENTRY_BYTES !== 0) return null;
  const view = new DataView(plain.buffer, plain.byteOffset, plain.length);
  const keys = Array.from({ length: plain.length / ENTRY_BYTES }, (_, index): FormerKey => {
    const at = index * ENTRY_BYTES;
    return { epoch: view.getUint32(at), matchKey: plain.slice(at + EPOCH_BYTES, at + ENTRY_BYTES) };
  });
  zero(plain);
  return keys;
}

const archiveKey = (vaultId: string, { tier, epoch, privateKey }: TierPrivate): Uint8Array =>
  hkdf(privateKey, bind('former-keys', vaultId, tier, epoch));

const contextOf = (vaultId: string, { tier, epoch }: TierPrivate): Uint8Array =>
  bind('former-keys', vaultId, tier, epoch);
