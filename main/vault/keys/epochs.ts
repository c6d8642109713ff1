/** A tier's key of today beside those of epochs before. Apart from tier-keys.ts, which derives keys: threads that seal need no derivation. */
import type { TierPrivate } from './tier-keys.ts';

/** The key that opens what was sealed in an epoch; the present one where the holder has none of it, which then opens nothing. */
export const keyOfEpoch = (tier: TierPrivate, epoch: number): TierPrivate =>
  tier.earlier?.find((key) => key.epoch === epoch) ?? tier;

/** Each with those of epochs before, as they are to be granted to somebody else or zeroed. */
export const everyEpoch = (tiers: Iterable<TierPrivate>): readonly TierPrivate[] =>
  [...tiers].flatMap(({ earlier = [], ...tier }) => [tier, ...earlier]);
