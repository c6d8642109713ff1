/** Finds equal values without opening them: a keyed tag that only a holder of the tier's grant can compute. */
import { createHmac, createSecretKey } from 'node:crypto';
import type { SealedFieldId } from '../../../contract/fields.ts';
import { FIELDS } from '../../../contract/fields.ts';
import { createBinder } from '../crypto/bind.ts';
import type { TierPrivate } from './tier-keys.ts';

/** Tags of one tier, made many at a time. */
export type Tagger = (field: SealedFieldId, normalised: string) => Uint8Array;

/** 16 bytes of HMAC-SHA256 under the tier's match key, bound to vault, tier, epoch and field. `normalised` as validated. */
export function createTagger(vaultId: string, tier: TierPrivate): Tagger {
  // One key object, because from raw bytes Node takes longer to make a key than to use it.
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

/** One tag: see `createTagger`. */
export const matchTag = (
  vaultId: string,
  tier: TierPrivate,
  field: SealedFieldId,
  normalised: string,
): Uint8Array => createTagger(vaultId, tier)(field, normalised);

/** The text whose tag finds an equal value: across people where the field is matched, else only among the values of one person. */
export function tagText(field: SealedFieldId, personId: number, normalised: string): string {
  return FIELDS[field].matched ? normalised : `${personId}\n${normalised}`;
}
