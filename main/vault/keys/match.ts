/** Finds equal values without opening them: a keyed tag that only a holder of the tier's grant can compute. */
import { createHmac, createSecretKey } from 'node:crypto';
import type { SealedFieldId } from '../../../contract/fields.ts';
import { bind } from '../crypto/bind.ts';
import type { TierPrivate } from './tier-keys.ts';

/** 16 bytes of HMAC-SHA256 under the tier's match key, bound to vault, tier, epoch and field. `normalised` as validated. */
export function matchTag(vaultId: string, tier: TierPrivate, field: SealedFieldId, normalised: string): Uint8Array {
  // A key object, because Node 24 takes four times as long to look at raw bytes as to use them; an import makes many tags.
  const mac = createHmac('sha256', createSecretKey(tier.matchKey)).update(bind('match', vaultId, tier.tier, tier.epoch, field, normalised)).digest();
  return new Uint8Array(mac.subarray(0, 16));
}
