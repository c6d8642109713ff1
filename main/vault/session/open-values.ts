/** From a person who is present to values in clear: grant → tier key → value. The tier keys are dropped when `work` ends. */
import type { SealedTier } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { zero } from '../crypto/zero.ts';
import type { GrantOwner, TierOpener } from '../keys/open-tier.ts';
import { openEarlierTiers, openTier, readTierGrant } from '../keys/open-tier.ts';
import type { RoomPlace, SealedRow, ValuePlace } from '../keys/seal.ts';
import { openSealed } from '../keys/seal.ts';
import { everyEpoch } from '../keys/epochs.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import type { Session } from './session.ts';

/** Reads the grants of whoever is to open values, which may be done before they have proved who they are. */
export type Grants = (tier: SealedTier) => Promise<Uint8Array | undefined>;

export const grantsOf =
  (session: Session, owner: GrantOwner): Grants =>
  (tier) =>
    readTierGrant(session.store, session.keys, owner, tier);

/** Somebody whose slot is open, or the recovery sheet. */
export interface Holder {
  readonly slot: TierOpener;
  readonly member: GrantOwner;
}

/** Errors: `needs-supervisor` where the slot holds no grant of that tier. */
export async function withTiers<T>(
  session: Session,
  present: Holder,
  tiers: readonly SealedTier[],
  work: (keys: ReadonlyMap<SealedTier, TierPrivate>) => Promise<T>,
  grants: Grants = grantsOf(session, present.member),
): Promise<T> {
  const keys = new Map<SealedTier, TierPrivate>();
  try {
    const { generation } = present.member;
    for (const tier of new Set(tiers)) {
      const key = openTier(await grants(tier), present.slot, generation, tier, session.keys);
      keys.set(tier, key);
      const earlier = await openEarlierTiers(session.store, present.slot, generation, tier, session);
      if (earlier.length > 0) keys.set(tier, { ...key, earlier });
    }
    return await work(keys);
  } finally {
    for (const key of everyEpoch(keys.values())) zero(key.privateKey, key.matchKey);
  }
}

/** One decapsulation and one AEAD. Errors: `store-damaged` where the value does not authenticate in its place. */
export function openValue(
  session: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
  personId: PersonId,
  row: SealedRow & Omit<ValuePlace, 'personId'>,
): string {
  return openSealed(
    session.keys.vaultId,
    keyOf(keys, row.tier),
    row,
    { n: row.n, personId, field: row.field, ordinal: row.ordinal },
    row.ciphertext,
  );
}

/** As `openValue`, of a note that is about a room alone. */
export function openRoomNote(
  session: Session,
  keys: ReadonlyMap<SealedTier, TierPrivate>,
  row: SealedRow & RoomPlace,
): string {
  return openSealed(
    session.keys.vaultId,
    keyOf(keys, row.tier),
    row,
    { n: row.n, roomId: row.roomId, noteId: row.noteId },
    row.ciphertext,
  );
}

function keyOf(keys: ReadonlyMap<SealedTier, TierPrivate>, tier: SealedTier): TierPrivate {
  const key = keys.get(tier);
  if (key === undefined) throw new Error(`tier ${tier} was not opened`);
  return key;
}
