/** From a slot that a PIN has opened to a tier's private keys: the grant, or nothing. */
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { OpenedSlot } from '../header/slots.ts';
import type { ReadableStore } from '../store/store.ts';
import { openGrant, readGrant } from './grants.ts';
import type { SessionKeys } from './session-keys.ts';
import { requireSamePins } from './session-keys.ts';
import type { TierPrivate } from './tier-keys.ts';

/**
 * The tier's keys of the pinned epoch; zero `privateKey` and `matchKey` after use. Errors, AppError: `needs-supervisor` (no grant
 * that this slot opens), `store-mismatch` (session or grant are not of the keys that this slot pins).
 */
export async function openTier(
  store: ReadableStore, opened: Pick<OpenedSlot, 'staffId' | 'receive' | 'pins'>, generation: number, tier: SealedTier, keys: SessionKeys,
): Promise<TierPrivate> {
  requireSamePins(keys, opened);
  const pinned = opened.pins.tierKeys[tier];
  const context = { vaultId: keys.vaultId, tier, epoch: pinned.epoch, staffId: opened.staffId, generation };
  const sealed = await readGrant(store, context);
  const opens = sealed === undefined ? null : openGrant(opened.receive, context, sealed);
  if (opens === null) throw new AppError('needs-supervisor');
  if (!sameBytes(opens.publicKey, pinned.publicKey)) {
    zero(opens.privateKey, opens.matchKey);
    throw new AppError('store-mismatch', { part: 'grant', tier });
  }
  return opens;
}
