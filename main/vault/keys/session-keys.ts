/** The keys that an unlocked session holds: public ones, every one of them. */
import type { SealedTier } from '../../../contract/fields.ts';
import { SEALED_TIERS } from '../../../contract/fields.ts';
import type { OpenedSlot } from './slots.ts';
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import type { Roots } from './recovery-sheet.ts';
import type { TrustedTierKey } from './tier-keys.ts';

export interface SessionKeys {
  readonly vaultId: string;
  readonly roots: Roots;
  /** Pinned in the slot that was opened, or brought by the roster since, and validly signed in the store: what may be sealed to. */
  readonly tierKeys: Readonly<Record<SealedTier, TrustedTierKey>>;
}

/**
 * The session's keys come from the slot of whoever signed in; whoever else types a PIN into it holds them against their own
 * slot, or somebody could seal a supervisor's work to keys of their own making. A tier key of a later epoch than theirs is one that the
 * session has found in a roster from the same roots. Errors: AppError `store-mismatch` {part: 'pins'}.
 */
export function requireSamePins({ roots, tierKeys }: SessionKeys, { pins }: Pick<OpenedSlot, 'pins'>): void {
  const sameRoots = (['adminSign', 'supervisorSign', 'recoverySign'] as const).every((name) =>
    sameBytes(roots[name], pins.roots[name]),
  );
  const follows = SEALED_TIERS.every((tier) => {
    const [own, pinned] = [tierKeys[tier], pins.tierKeys[tier]];
    return (
      own.epoch > pinned.epoch || (own.epoch === pinned.epoch && sameBytes(own.publicKey, pinned.publicKey))
    );
  });
  if (!sameRoots || !follows) throw new AppError('store-mismatch', { part: 'pins' });
}
