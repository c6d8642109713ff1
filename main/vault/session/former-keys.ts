/** The match keys of before, as the store keeps them for tags of values that were replaced. */
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { type FormerKey, openFormerKeys } from '../keys/former-tags.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

const archiveOf = (tier: SealedTier): Sql => sql`SELECT sealed FROM former_keys WHERE tier = ${tier}`;

/** None where the tier was not rotated since a value was replaced. Errors: AppError `store-damaged` {part: 'value'} for what its key does not open. */
export async function readFormerKeys(
  store: ReadableStore,
  vaultId: string,
  tier: TierPrivate,
): Promise<readonly FormerKey[]> {
  const row = await store.get<{ readonly sealed: Uint8Array }>(archiveOf(tier.tier));
  if (row === undefined) return [];
  const keys = openFormerKeys(vaultId, tier, row.sealed);
  if (keys === null) throw new AppError('store-damaged', { part: 'value' });
  return keys;
}
