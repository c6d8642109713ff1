/**
 * A backup from before a change of tier keys: its values are opened by the keys of then and sealed to those of today before its store is put in
 * force, so that no old grant opens anything current and everything is readable to whoever is there today.
 */
import { setImmediate } from 'node:timers/promises';
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { sameBytes } from '../crypto/bytes.ts';
import type { ReceivePair } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import { countSealed, resealTiers } from '../key-management/reseal.ts';
import type { TierChange, TierChanges } from '../key-management/reseal-part.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import { openGrant } from '../keys/grants.ts';
import { deriveSheetKeys, disposeSheetKeys } from '../keys/recovery-sheet.ts';
import { RECOVERY, type SignerId } from '../keys/roster.ts';
import type { SessionKeys } from '../keys/session-keys.ts';
import { type TierPrivate, readTierRecords } from '../keys/tier-keys.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { BackupWatcher } from './make-backup.ts';
import type { ManifestFacts } from '../backup-files/manifest.ts';

type TierEpochs = ManifestFacts['tierEpochs'];

/** The keys of today, opened by a supervisor, and who may hold those of then. */
export interface TodaysTiers {
  readonly open: ReadonlyMap<SealedTier, TierPrivate>;
  readonly trusted: SessionKeys['tierKeys'];
  readonly supervisor: Pick<OpenedSlot, 'staffId' | 'receive' | 'sign'>;
  /** Where the supervisor has other keys by now: the sheet of then. */
  readonly sheets: readonly Uint8Array[];
}

/** The tiers whose keys are not those of today. */
export const tiersChanged = (
  then: TierEpochs,
  today: Readonly<Record<SealedTier, { readonly epoch: number }>>,
): readonly SealedTier[] => SEALED_TIERS.filter((tier) => then[tier] !== today[tier].epoch);

/**
 * Runs `work` with the old and the new key of each tier; the old ones are zeroed after it. `store` still has the grants of then.
 * Errors: AppError `backup-older-keys` {tier} where neither the supervisor nor a sheet opens them, `store-mismatch` {part: 'grant'}.
 */
export async function withTierChanges<T>(
  store: ReadableStore,
  vaultId: string,
  then: TierEpochs,
  today: TodaysTiers,
  work: (changes: TierChanges) => Promise<T>,
): Promise<T> {
  const changes = new Map<SealedTier, TierChange>();
  try {
    for (const tier of tiersChanged(then, today.trusted)) {
      const open = today.open.get(tier);
      const from = await openOfThen(store, vaultId, tier, then[tier], today);
      if (open === undefined || from === null) throw new AppError('backup-older-keys', { tier });
      changes.set(tier, { from, to: { ...open, ...today.trusted[tier] } });
      await requireItsOwn(store, from);
    }
    return await work(changes);
  } finally {
    for (const { from } of changes.values()) zero(from.privateKey, from.matchKey);
  }
}

/** Within the caller's transaction. Errors: AppError `cancelled`; those of the store. */
export async function resealRestored(
  tx: WritableStore,
  vaultId: string,
  changes: TierChanges,
  watcher: BackupWatcher,
): Promise<void> {
  if (changes.size === 0) return;
  const total = await countSealed(tx, [...changes.keys()]);
  await resealTiers(tx, vaultId, changes, async (done) => {
    if (watcher.signal.aborted) throw new AppError('cancelled');
    watcher.onProgress('writing', done, total);
    await setImmediate();
  });
}

async function openOfThen(
  store: ReadableStore,
  vaultId: string,
  tier: SealedTier,
  epoch: number,
  { supervisor, sheets }: TodaysTiers,
): Promise<TierPrivate | null> {
  const grants = await store.all<{
    readonly staff_id: SignerId;
    readonly generation: number;
    readonly sealed: Uint8Array;
  }>(
    sql`SELECT staff_id, generation, sealed FROM tier_grant WHERE tier = ${tier} AND epoch = ${epoch} AND staff_id IN (${supervisor.staffId}, ${RECOVERY})`,
  );
  const openBy = (pair: ReceivePair, holder: SignerId): TierPrivate | null => {
    for (const { staff_id: staffId, generation, sealed } of grants.filter(
      (grant) => grant.staff_id === holder,
    )) {
      const opened = openGrant(pair, { vaultId, tier, epoch, staffId, generation }, sealed);
      if (opened !== null) return opened;
    }
    return null;
  };
  const bySupervisor = openBy(supervisor.receive, supervisor.staffId);
  if (bySupervisor !== null) return bySupervisor;
  for (const secret of sheets) {
    const sheet = deriveSheetKeys(secret);
    const opened = openBy(sheet.receive, RECOVERY);
    disposeSheetKeys(sheet);
    if (opened !== null) return opened;
  }
  return null;
}

/** The grant has to be of the key that the backup's own record names. */
async function requireItsOwn(store: ReadableStore, { tier, epoch, publicKey }: TierPrivate): Promise<void> {
  const record = (await readTierRecords(store)).find((one) => one.tier === tier && one.epoch === epoch);
  if (record === undefined || !sameBytes(record.publicKey, publicKey))
    throw new AppError('store-mismatch', { part: 'grant', tier });
}
