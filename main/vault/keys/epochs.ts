/**
 * Access to a tier's present key and to those of earlier epochs. Separate from tier-keys.ts, so that threads
 * which seal do not load key derivation.
 */
import type { TierPrivate } from './tier-keys.ts';

/**
 * The key that opens what was sealed in an epoch; the present one (which then opens nothing) where the holder
 * has none of that epoch.
 */
export const keyOfEpoch = (tier: TierPrivate, epoch: number): TierPrivate =>
  tier.earlier?.find((key) => key.epoch === epoch) ?? tier;

/** The keys of all epochs of these tiers, to grant them to somebody else or to zero them. */
export const everyEpoch = (tiers: Iterable<TierPrivate>): readonly TierPrivate[] =>
  [...tiers].flatMap(({ earlier = [], ...tier }) => [tier, ...earlier]);
