/** A tier's private keys by the grant in the store, as a request opens them. */
import type { SealedTier } from '../../contract/fields.ts';
import type { OpenedSlot } from '../../main/vault/keys/slots.ts';
import { openTier, readTierGrants } from '../../main/vault/keys/open-tier.ts';
import type { SessionKeys } from '../../main/vault/keys/session-keys.ts';
import type { TierPrivate } from '../../main/vault/keys/tier-keys.ts';
import type { ReadableStore } from '../../main/vault/store/store.ts';

/** Errors: those of openTier. */
export async function openStoredTier(
  store: ReadableStore,
  opened: Pick<OpenedSlot, 'staffId' | 'receive' | 'pins'>,
  generation: number,
  tier: SealedTier,
  keys: SessionKeys,
): Promise<TierPrivate> {
  return openTier(
    await readTierGrants(store, keys, { staffId: opened.staffId, generation }, tier),
    opened,
    generation,
    tier,
    keys,
  );
}
