/** A tier's private part sealed to one person: what makes a role a set of keys. */
import type { SealedTier } from '../../../contract/fields.ts';
import { bind } from '../crypto/bind.ts';
import { openFrom, sealTo } from '../crypto/hpke.ts';
import type { ReceivePair } from '../crypto/hpke.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { SignerId } from './roster.ts';
import { tierPrivateOf } from './tier-keys.ts';
import type { TierPrivate } from './tier-keys.ts';

/** Whose grant it is, and of what. */
export interface GrantContext {
  readonly vaultId: string;
  readonly tier: SealedTier;
  readonly epoch: number;
  /** A staff id, or 'recovery' for the sheet. */
  readonly staffId: SignerId;
  readonly generation: number;
}

/** Epochs that values may still wait in for their next key. */
const MAX_EARLIER = 16;

const NO_AAD = new Uint8Array();

const infoOf = ({ vaultId, tier, epoch, staffId, generation }: GrantContext): Uint8Array =>
  bind('grant', vaultId, tier, epoch, staffId, generation);

/** Seals the tier's private part to a receive key, which the caller has taken from a verified roster or the sheet. */
export function grantTier(tier: TierPrivate, receiveKey: Uint8Array, context: GrantContext): Uint8Array {
  return sealTo(receiveKey, infoOf(context), NO_AAD, tier.privateKey);
}

/** The tier's private part, or null where the grant is not this person's, tier's, epoch's, generation's or vault's. */
export function openGrant(pair: ReceivePair, context: GrantContext, sealed: Uint8Array): TierPrivate | null {
  const privateKey = openFrom(pair, infoOf(context), NO_AAD, sealed);
  if (privateKey?.length !== 32) return null;
  return tierPrivateOf(context.vaultId, context.tier, context.epoch, privateKey);
}

export async function insertGrant(
  tx: WritableStore,
  context: GrantContext,
  sealed: Uint8Array,
): Promise<void> {
  await tx.run(sql`INSERT INTO tier_grant (tier, epoch, staff_id, generation, sealed)
    VALUES (${context.tier}, ${context.epoch}, ${context.staffId}, ${context.generation}, ${sealed})`);
}

export async function readGrant(
  store: ReadableStore,
  context: GrantContext,
): Promise<Uint8Array | undefined> {
  const row = await store.get<{ readonly sealed: Uint8Array }>(sql`SELECT sealed FROM tier_grant
    WHERE tier = ${context.tier} AND epoch = ${context.epoch} AND staff_id = ${context.staffId} AND generation = ${context.generation}`);
  return row?.sealed;
}

/** Those of a holder's keys for epochs of a tier before one, the newest first. */
export const readEarlierGrants = (
  store: ReadableStore,
  { tier, epoch, staffId, generation }: GrantContext,
): Promise<readonly { readonly epoch: number; readonly sealed: Uint8Array }[]> =>
  store.all(sql`SELECT epoch, sealed FROM tier_grant
    WHERE tier = ${tier} AND epoch < ${epoch} AND staff_id = ${staffId} AND generation = ${generation} ORDER BY epoch DESC LIMIT ${MAX_EARLIER}`);

/** Every grant that these had. */
export async function dropGrantsOf(tx: WritableStore, holders: readonly SignerId[]): Promise<void> {
  for (const staffId of holders) await tx.run(sql`DELETE FROM tier_grant WHERE staff_id = ${staffId}`);
}
