/** Opens a tier's private keys with a slot that a PIN has opened, by its grant. */
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import type { OpenedSlot } from './slots.ts';
import type { ReadableStore } from '../store/store.ts';
import { type GrantContext, type StoredGrant, openGrant, readGrants } from './grants.ts';
import type { Roster, SignerId } from './roster.ts';
import { type SessionKeys, requireSamePins } from './session-keys.ts';
import { type TierPrivate, type TierRecord, readTierRecords, verifyTierKey } from './tier-keys.ts';

/** Holder of a grant; it is sealed to exactly this generation of their keys. */
export interface GrantOwner {
  readonly staffId: SignerId;
  readonly generation: number;
}

/** The parts of an opened slot, or of the opened sheet, that open a grant. */
export interface TierOpener extends Pick<OpenedSlot, 'receive' | 'pins'> {
  readonly staffId: SignerId;
}

/** Grants of a tier to `owner`, of the session's epoch and of those before it. */
export const readTierGrants = (
  store: ReadableStore,
  keys: SessionKeys,
  owner: GrantOwner,
  tier: SealedTier,
): Promise<readonly StoredGrant[]> => readGrants(store, contextOf(keys, owner, tier));

/**
 * The tier's keys of earlier epochs that this slot has grants of, if a supervisor and an admin signed them;
 * any other grant is ignored. Zero `privateKey` and `matchKey` after use.
 */
export async function openEarlierTiers(
  store: ReadableStore,
  grants: readonly StoredGrant[],
  opened: TierOpener,
  generation: number,
  tier: SealedTier,
  { keys, roster }: { readonly keys: SessionKeys; readonly roster: Roster },
): Promise<readonly TierPrivate[]> {
  const context = contextOf(keys, { staffId: opened.staffId, generation }, tier);
  const earlier = grants.filter(({ epoch }) => epoch < context.epoch);
  if (earlier.length === 0) return [];
  const records = await readTierRecords(store);
  return earlier.flatMap(({ epoch, sealed }): readonly TierPrivate[] => {
    const record = records.find((one) => one.tier === tier && one.epoch === epoch);
    // First of all signed: a row may say an epoch that no grant is ever bound to.
    if (record === undefined || !isSigned(record, roster)) return [];
    const key = openGrant(opened.receive, { ...context, epoch }, sealed);
    if (key === null) return [];
    if (sameBytes(record.publicKey, key.publicKey)) return [key];
    zero(key.privateKey, key.matchKey);
    return [];
  });
}

function isSigned(record: TierRecord, roster: Roster): boolean {
  try {
    verifyTierKey(record, record, roster);
    return true;
  } catch {
    return false;
  }
}

const contextOf = (
  { vaultId, tierKeys }: SessionKeys,
  { staffId, generation }: GrantOwner,
  tier: SealedTier,
): GrantContext => ({ vaultId, tier, epoch: tierKeys[tier].epoch, staffId, generation });

/**
 * The tier's keys of the session's epoch; zero `privateKey` and `matchKey` after use. Errors, AppError:
 * `needs-supervisor` (no grant that this slot opens), `store-mismatch` (session or grant differ from the keys
 * that this slot pins).
 */
export function openTier(
  grants: readonly StoredGrant[],
  opened: TierOpener,
  generation: number,
  tier: SealedTier,
  keys: SessionKeys,
): TierPrivate {
  requireSamePins(keys, opened);
  const context = contextOf(keys, { staffId: opened.staffId, generation }, tier);
  const present = grants.find(({ epoch }) => epoch === context.epoch);
  const opens = present === undefined ? null : openGrant(opened.receive, context, present.sealed);
  if (opens === null) throw new AppError('needs-supervisor');
  if (!sameBytes(opens.publicKey, keys.tierKeys[tier].publicKey)) {
    zero(opens.privateKey, opens.matchKey);
    throw new AppError('store-mismatch', { part: 'grant', tier });
  }
  return opens;
}
