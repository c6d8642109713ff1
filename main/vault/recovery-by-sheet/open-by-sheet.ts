/** From a sheet to what it opens: the recovery slot, the store key, both tiers. Nothing of the vault's folder is written. */
import { SEALED_TIERS } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import type { Header } from '../keys/header.ts';
import { type OpenedRecovery, openRecoverySlot } from '../keys/slots.ts';
import { openEarlierTiers, openTier, readTierGrants } from '../keys/open-tier.ts';
import { readSheet } from '../keys/recovery-sheet.ts';
import { type Roster, type RosterEntry, readRosterEntries } from '../keys/roster.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Remembered } from './remembered.ts';
import { type ScratchPlace, withScratch } from './scratch.ts';

/** Lives from the sheet that was typed to the end of the recovery; `dispose` zeroes the private keys. */
export interface OpenedVault {
  readonly header: Header;
  readonly sheet: OpenedRecovery;
  /** Secret of the sheet; the next sheet is made to open all that it opened. */
  readonly secret: Uint8Array;
  readonly roster: Roster;
  /** The chain that it was verified from. */
  readonly entries: readonly RosterEntry[];
  readonly keys: SessionKeys;
  readonly tiers: readonly TierPrivate[];
  dispose(): void;
}

/**
 * Errors, AppError: `sheet-slip` {line} (a line that was not copied right; 0 where the length of the whole is wrong), `sheet-not-ours`,
 * `header-forged`, those of `withScratch`, `store-mismatch` {part: 'grant'}.
 */
export async function openBySheet(
  place: ScratchPlace,
  header: Header,
  typed: string,
  remembered: Remembered,
): Promise<OpenedVault> {
  const secret = readSheet(typed);
  const sheet = openSlot(header, secret);
  try {
    return await withScratch(place, header, sheet, remembered, async ({ store, roster, keys }) => {
      const tiers = await openTiers(store, sheet, { keys, roster });
      const entries = await readRosterEntries(store);
      return {
        header,
        sheet,
        secret,
        roster,
        entries,
        keys,
        tiers,
        dispose: () => (
          sheet.dispose(),
          zero(secret, ...tiers.flatMap((tier) => [tier.privateKey, tier.matchKey]))
        ),
      };
    });
  } catch (error) {
    sheet.dispose();
    zero(secret);
    throw error;
  }
}

function openSlot(header: Header, secret: Uint8Array): OpenedRecovery {
  try {
    return openRecoverySlot(header, secret);
  } catch (error) {
    zero(secret);
    throw error instanceof AppError && error.code === 'sheet-mismatch'
      ? new AppError('sheet-not-ours')
      : error;
  }
}

async function openTiers(
  store: ReadableStore,
  sheet: OpenedRecovery,
  { keys, roster }: { readonly keys: SessionKeys; readonly roster: Roster },
): Promise<readonly TierPrivate[]> {
  const opened: TierPrivate[] = [];
  for (const tier of SEALED_TIERS) {
    const granted = await readTierGrants(store, keys, sheet, tier);
    opened.push(
      openTier(granted, sheet, sheet.generation, tier, keys),
      ...(await openEarlierTiers(store, granted, sheet, sheet.generation, tier, { keys, roster })),
    );
  }
  return opened;
}
