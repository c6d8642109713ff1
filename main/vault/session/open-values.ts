/**
 * Opens values for a person who is present: grant → tier key → value. The tier keys are zeroed when `work`
 * ends.
 */
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import type { StoredGrant } from '../keys/grants.ts';
import {
  type GrantOwner,
  type TierOpener,
  openEarlierTiers,
  openTier,
  readTierGrants,
} from '../keys/open-tier.ts';
import {
  type AttachmentPlace,
  type RoomPlace,
  type SealedRow,
  type ValuePlace,
  openSealed,
} from '../keys/seal.ts';
import { everyEpoch } from '../keys/epochs.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { Session } from './session.ts';

/** Reads a holder's sealed grants of a tier, which may happen before they have proved who they are. */
export type Grants = (tier: SealedTier) => Promise<readonly StoredGrant[]>;

/** Reads the grants of `owner` in the session's store. */
export const grantsOf =
  (session: Session, owner: GrantOwner): Grants =>
  (tier) =>
    readTierGrants(session.store, session.keys, owner, tier);

/** A person whose slot is open, or the opened recovery sheet. */
export interface Holder {
  readonly slot: TierOpener;
  readonly member: GrantOwner;
}

/**
 * Runs `work` with the keys of `tiers` (those of earlier epochs included), then zeroes them. Errors:
 * `needs-supervisor` where the slot has no grant of a tier; `store-damaged` {part: 'value'} where a row names
 * a tier that there is not; `store-mismatch` as in `openTier`; what `work` throws.
 */
export async function withTiers<T>(
  session: Session,
  present: Holder,
  tiers: readonly SealedTier[],
  work: (keys: ReadonlyMap<SealedTier, TierPrivate>) => Promise<T>,
  grants: Grants = grantsOf(session, present.member),
): Promise<T> {
  const keys = new Map<SealedTier, TierPrivate>();
  // What other desks do is in the store at once: until its keys are followed, the session's may be those of before.
  const isAmong = session.header.link !== undefined;
  const isFollowed = isAmong && (await session.effects.followRoster(session));
  const read = isFollowed ? grantsOf(session, present.member) : grants;
  try {
    const { generation } = present.member;
    for (const tier of new Set(tiers)) {
      if (!SEALED_TIERS.includes(tier)) throw new AppError('store-damaged', { part: 'value' });
      const granted = await read(tier);
      const key = openTier(granted, present.slot, generation, tier, session.keys);
      keys.set(tier, key);
      const earlier = await openEarlierTiers(session.store, granted, present.slot, generation, tier, session);
      if (earlier.length > 0) keys.set(tier, { ...key, earlier });
    }
    return await work(keys);
  } finally {
    for (const key of everyEpoch(keys.values())) zero(key.privateKey, key.matchKey);
  }
}

/**
 * The value of a sealed row, by one decapsulation and one AEAD. Errors: `store-damaged` where it does not
 * authenticate in its place.
 */
export function openValue(
  session: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
  personId: PersonId,
  row: SealedRow & Omit<ValuePlace, 'personId'>,
): string {
  return openAt(session, keys, row, { n: row.n, personId, field: row.field, ordinal: row.ordinal });
}

/** As `openValue`, for a note about a room alone. */
export function openRoomNote(
  session: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
  row: SealedRow & RoomPlace,
): string {
  return openAt(session, keys, row, { n: row.n, roomId: row.roomId, noteId: row.noteId });
}

/** As `openValue`, for the key of an attachment's content. */
export function openAttachmentKey(
  session: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
  row: SealedRow & AttachmentPlace,
): string {
  return openAt(session, keys, row, { n: row.n, attachmentId: row.attachmentId });
}

const openAt = (
  { keys: { vaultId } }: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
  row: SealedRow,
  place: Parameters<typeof openSealed>[3],
): string => openSealed(vaultId, keyOf(keys, row.tier), row, place, row.ciphertext);

function keyOf(keys: ReadonlyMap<SealedTier, TierPrivate>, tier: SealedTier): TierPrivate {
  const key = keys.get(tier);
  if (key === undefined) throw new Error(`tier ${tier} was not opened`);
  return key;
}
