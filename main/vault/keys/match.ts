/**
 * Match tags: find equal values without opening them, by a keyed tag that only a holder of the tier's grant
 * can compute.
 */
import { createHmac, createSecretKey } from 'node:crypto';
import { FIELDS, type SealedFieldId } from '../../../contract/fields.ts';
import { createBinder } from '../crypto/bind.ts';
import type { TierPrivate } from './tier-keys.ts';

/** Computes tags of one tier. */
export type Tagger = (field: SealedFieldId, normalised: string) => Uint8Array;

/**
 * A function that makes tags: 16 bytes of HMAC-SHA256 under the tier's match key, bound to vault, tier, epoch
 * and field. `normalised` is the form of the value that validation returns.
 */
export function createTagger(vaultId: string, tier: TierPrivate): Tagger {
  // One KeyObject, because with raw bytes Node takes longer to make a key than to use it.
  const key = createSecretKey(tier.matchKey);
  const binders = new Map<SealedFieldId, ReturnType<typeof createBinder>>();
  const binderOf = (field: SealedFieldId): ReturnType<typeof createBinder> => {
    const binder = binders.get(field) ?? createBinder('match', vaultId, tier.tier, tier.epoch, field);
    binders.set(field, binder);
    return binder;
  };
  return (field, normalised) => {
    const mac = createHmac('sha256', key).update(binderOf(field)(normalised)).digest();
    return new Uint8Array(mac.subarray(0, 16));
  };
}

/** One tag, 16 bytes; see `createTagger`. */
export const matchTag = (
  vaultId: string,
  tier: TierPrivate,
  field: SealedFieldId,
  normalised: string,
): Uint8Array => createTagger(vaultId, tier)(field, normalised);

/**
 * The text to tag: the value where the field is matched across people, else the value with the person's id,
 * which matches only among their own values.
 */
export function tagText(field: SealedFieldId, personId: number, normalised: string): string {
  return FIELDS[field].matched ? normalised : `${personId}\n${normalised}`;
}
