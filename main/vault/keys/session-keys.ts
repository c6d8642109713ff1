/** The keys that an unlocked session holds: public ones, every one of them. */
import type { SealedTier } from '../../../contract/fields.ts';
import type { OpenedSlot } from '../header/slots.ts';
import { samePins } from '../header/slots.ts';
import { AppError } from '../app-error.ts';
import type { Roots } from './recovery-sheet.ts';
import type { TrustedTierKey } from './tier-keys.ts';

export interface SessionKeys {
  readonly vaultId: string;
  readonly roots: Roots;
  /** Pinned in the slot that was opened and validly signed in the store: what may be sealed to. */
  readonly tierKeys: Readonly<Record<SealedTier, TrustedTierKey>>;
}

/**
 * The session's keys come from the slot of whoever signed in; whoever else types a PIN into it holds them against their own
 * slot, or somebody could seal a supervisor's work to keys of their own making. Errors: AppError `store-mismatch` {part: 'pins'}.
 */
export function requireSamePins(keys: SessionKeys, opened: Pick<OpenedSlot, 'pins'>): void {
  if (!samePins(keys, opened.pins)) throw new AppError('store-mismatch', { part: 'pins' });
}
