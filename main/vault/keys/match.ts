/** Finds equal values without opening them: a keyed tag that only a holder of the tier's grant can compute. */
import { createHmac } from 'node:crypto';
import type { SealedFieldId } from '../../../contract/fields.ts';
import { bind } from '../crypto/bind.ts';
import type { TierPrivate } from './tier-keys.ts';

/** 16 bytes of HMAC-SHA256 under the tier's match key, bound to vault, tier, epoch and field. `normalised` as validated. */
export function matchTag(vaultId: string, tier: TierPrivate, field: SealedFieldId, normalised: string): Uint8Array {
  const mac = createHmac('sha256', tier.matchKey).update(bind('match', vaultId, tier.tier, tier.epoch, field, normalised)).digest();
  return new Uint8Array(mac.subarray(0, 16));
}
