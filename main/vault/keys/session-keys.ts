/** The keys of an unlocked session, all of them public. */
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import type { OpenedSlot } from './slots.ts';
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { type Roots, sameRoots } from './recovery-sheet.ts';
import type { TrustedTierKey } from './tier-keys.ts';

/** Public keys of an unlocked session. */
export interface SessionKeys {
  readonly vaultId: string;
  readonly roots: Roots;
  /**
   * Keys that values may be sealed to: pinned in the opened slot, or brought by the roster since, and validly
   * signed in the store.
   */
  readonly tierKeys: Readonly<Record<SealedTier, TrustedTierKey>>;
}

/**
 * Checks the session's keys, which come from the slot that signed in, against the pins of another slot that
 * is opened in it. Otherwise somebody could have a supervisor's values sealed to keys of their own. A tier
 * key of a later epoch than the pinned one came from a roster of the same roots. Errors: AppError
 * `store-mismatch` {part: 'pins'}.
 */
export function requireSamePins(
  { roots, tierKeys }: Pick<SessionKeys, 'roots' | 'tierKeys'>,
  { pins }: Pick<OpenedSlot, 'pins'>,
): void {
  const follows = SEALED_TIERS.every((tier) => {
    const [own, pinned] = [tierKeys[tier], pins.tierKeys[tier]];
    return (
      own.epoch > pinned.epoch || (own.epoch === pinned.epoch && sameBytes(own.publicKey, pinned.publicKey))
    );
  });
  if (!sameRoots(roots, pins.roots) || !follows) throw new AppError('store-mismatch', { part: 'pins' });
}
