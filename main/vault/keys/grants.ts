/** Grants: a tier's private key sealed to one person. The grants of a role define what it can open. */
import type { SealedTier } from '../../../contract/fields.ts';
import { bind } from '../crypto/bind.ts';
import { type ReceivePair, openFrom, sealTo } from '../crypto/hpke.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { SignerId } from './roster.ts';
import { type TierPrivate, tierPrivateOf } from './tier-keys.ts';

/** Holder and key of a grant; the grant is bound to all of these. */
export interface GrantContext {
  readonly vaultId: string;
  readonly tier: SealedTier;
  readonly epoch: number;
  /** A staff id, or `recovery` for the sheet. */
  readonly staffId: SignerId;
  readonly generation: number;
}

/** Most earlier epochs in which values may still be sealed. */
export const MAX_EARLIER = 16;

const NO_AAD = new Uint8Array();

const infoOf = ({ vaultId, tier, epoch, staffId, generation }: GrantContext): Uint8Array =>
  bind('grant', vaultId, tier, epoch, staffId, generation);

/**
 * Seals the tier's private key to `receiveKey` (X25519, 32 bytes), which the caller must take from a verified
 * roster or the sheet.
 */
export function grantTier(tier: TierPrivate, receiveKey: Uint8Array, context: GrantContext): Uint8Array {
  return sealTo(receiveKey, infoOf(context), NO_AAD, tier.privateKey);
}

/**
 * The tier's keys, or null where the grant is of another person, tier, epoch, generation or vault. Zero
 * `privateKey` and `matchKey` after use.
 */
export function openGrant(pair: ReceivePair, context: GrantContext, sealed: Uint8Array): TierPrivate | null {
  const privateKey = openFrom(pair, infoOf(context), NO_AAD, sealed);
  if (privateKey?.length !== 32) return null;
  return tierPrivateOf(context.vaultId, context.tier, context.epoch, privateKey);
}

/** Stores a sealed grant. */
export async function insertGrant(
  tx: WritableStore,
  context: GrantContext,
  sealed: Uint8Array,
): Promise<void> {
  await tx.run(sql`INSERT INTO tier_grant (tier, epoch, staff_id, generation, sealed)
    VALUES (${context.tier}, ${context.epoch}, ${context.staffId}, ${context.generation}, ${sealed})`);
}

/** A grant as the store has it. */
export interface StoredGrant {
  readonly epoch: number;
  readonly sealed: Uint8Array;
}

/** The grants of a holder for a tier, of `epoch` and of epochs before it, newest first. */
export const readGrants = (
  store: ReadableStore,
  { tier, epoch, staffId, generation }: GrantContext,
): Promise<readonly StoredGrant[]> =>
  store.all(sql`SELECT epoch, sealed FROM tier_grant
    WHERE tier = ${tier} AND epoch <= ${epoch} AND staff_id = ${staffId} AND generation = ${generation} ORDER BY epoch DESC LIMIT ${1 + MAX_EARLIER}`);

/** Deletes every grant of these holders. */
export async function dropGrantsOf(tx: WritableStore, holders: readonly SignerId[]): Promise<void> {
  for (const staffId of holders) await tx.run(sql`DELETE FROM tier_grant WHERE staff_id = ${staffId}`);
}
