/**
 * The key pairs that values are sealed to, contact and identity: created, signed by a supervisor and an
 * admin, verified.
 */
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { bind } from '../crypto/bind.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { sign, verify } from '../crypto/ed25519.ts';
import { generateReceivePair, receivePairOf } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { type Roster, type Signature, type Signer, decodeSignatures, encodeSignatures } from './roster.ts';

/** A tier's public key of one epoch. */
export interface TierPublic {
  readonly tier: SealedTier;
  readonly epoch: number;
  /** X25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

declare const trusted: unique symbol;
/**
 * A tier key that is pinned in the signed-in member's slot and validly signed in the store. Only
 * `verifyTierKey` returns this type, and values are sealed to no other.
 */
export type TrustedTierKey = TierPublic & { readonly [trusted]: true };

/**
 * The private keys of a tier, opened from a grant for one request. Zero `privateKey` and `matchKey` after
 * use.
 */
export interface TierPrivate extends TierPublic {
  readonly privateKey: Uint8Array;
  /** Key for match tags (match.ts), derived from the private key. */
  readonly matchKey: Uint8Array;
  /**
   * Keys of earlier epochs that the same holder has grants of: a desk that did not know the next one may have
   * sealed a value to them.
   */
  readonly earlier?: readonly TierPrivate[];
}

/** A tier key with its signatures, as the store keeps it. `createdAt`: milliseconds since 1970. */
export interface TierRecord extends TierPublic {
  readonly signatures: readonly Signature[];
  /** Number of the roster's head when it was signed: the signers must have had their role then. */
  readonly rosterN: number;
  readonly createdAt: number;
}

/** A new random key pair for a tier. */
export function createTierPrivate(vaultId: string, tier: SealedTier, epoch: number): TierPrivate {
  return tierPrivateOf(vaultId, tier, epoch, generateReceivePair().privateKey);
}

/** The tier's keys from the 32-byte private key in a grant. It keeps the array without copying it. */
export function tierPrivateOf(
  vaultId: string,
  tier: SealedTier,
  epoch: number,
  privateKey: Uint8Array,
): TierPrivate {
  const { publicKey } = receivePairOf(privateKey);
  return {
    tier,
    epoch,
    publicKey,
    privateKey,
    matchKey: hkdf(privateKey, bind('match-key', vaultId, tier, epoch)),
  };
}

/** The public record, signed by each of `signers`: a supervisor and an admin. */
export function makeTierRecord(
  vaultId: string,
  key: TierPublic,
  at: { readonly rosterN: number; readonly createdAt: number },
  signers: readonly Signer[],
): TierRecord {
  const unsigned = { tier: key.tier, epoch: key.epoch, publicKey: key.publicKey, ...at };
  const message = signedMessage(vaultId, unsigned);
  return {
    ...unsigned,
    signatures: signers.map((signer) => ({ signer: signer.id, sig: sign(signer.privateKey, message) })),
  };
}

/**
 * The present key of a tier: the one that the roster brought last, else the pinned one. Errors: as
 * `verifyTierKey`.
 */
export function currentTierKey(pinned: TierPublic, roster: Roster): TierPublic {
  const brought = roster.tierKeys.get(pinned.tier);
  if (brought === undefined) return pinned;
  // The slot pins a later epoch than the roster has: the store is older.
  if (pinned.epoch > brought.epoch)
    throw new AppError('store-mismatch', { part: 'tier-key', tier: pinned.tier });
  if (pinned.epoch === brought.epoch && !sameBytes(pinned.publicKey, brought.publicKey))
    throw new AppError('store-mismatch', { part: 'tier-key', tier: pinned.tier });
  return { tier: pinned.tier, ...brought };
}

/**
 * The pinned key as one that may be sealed to, if a supervisor and an admin signed it who had that role then,
 * in a chain from the pinned roots. Errors: AppError `store-mismatch` {part: 'tier-key', tier}.
 */
export function verifyTierKey(
  record: TierRecord | undefined,
  pinned: TierPublic,
  roster: Roster,
): TrustedTierKey {
  const { tier, epoch, publicKey } = pinned;
  const same =
    record !== undefined &&
    record.tier === tier &&
    record.epoch === epoch &&
    // Nobody has signed another number.
    Number.isSafeInteger(record.createdAt) &&
    record.createdAt >= 0 &&
    sameBytes(record.publicKey, publicKey);
  if (!same || !signedBy(record, roster, 'admin') || !signedBy(record, roster, 'supervisor')) {
    throw new AppError('store-mismatch', { part: 'tier-key', tier });
  }
  return { tier, epoch, publicKey } as TrustedTierKey;
}

function signedBy(record: TierRecord, roster: Roster, role: 'admin' | 'supervisor'): boolean {
  const message = signedMessage(roster.vaultId, record);
  return record.signatures.some(({ signer, sig }) => {
    const key = roster.keyOf(signer, role, record.rosterN);
    return key !== null && verify(key, message, sig);
  });
}

function signedMessage(vaultId: string, record: Omit<TierRecord, 'signatures'>): Uint8Array {
  return bind(
    'tier-key',
    vaultId,
    record.tier,
    record.epoch,
    record.publicKey,
    record.rosterN,
    record.createdAt,
  );
}

// --- in the store

/** Stores a tier key with its signatures. */
export async function insertTierRecord(tx: WritableStore, record: TierRecord): Promise<void> {
  const signatures = JSON.stringify({ rosterN: record.rosterN, by: encodeSignatures(record.signatures) });
  await tx.run(sql`INSERT INTO tier_key (tier, epoch, public_key, signatures, created_at)
    VALUES (${record.tier}, ${record.epoch}, ${record.publicKey}, ${signatures}, ${record.createdAt})`);
}

interface TierRow {
  readonly tier: SealedTier;
  readonly epoch: number;
  readonly public_key: Uint8Array;
  readonly signatures: string;
  readonly created_at: number;
}

/** All tier keys of the store, not verified. */
export async function readTierRecords(store: ReadableStore): Promise<readonly TierRecord[]> {
  const rows = await store.all<TierRow>(
    sql`SELECT tier, epoch, public_key, signatures, created_at FROM tier_key`,
  );
  return rows.map(({ tier, epoch, public_key: publicKey, signatures, created_at: createdAt }) => ({
    tier,
    epoch,
    publicKey,
    createdAt,
    ...decodeSigned(signatures),
  }));
}

function decodeSigned(text: string): Pick<TierRecord, 'rosterN' | 'signatures'> {
  const nothing = { rosterN: 0, signatures: [] };
  try {
    const { rosterN, by } = JSON.parse(text) as { readonly rosterN?: unknown; readonly by?: unknown };
    if (!Number.isSafeInteger(rosterN) || (rosterN as number) < 0 || typeof by !== 'string') return nothing;
    return { rosterN: rosterN as number, signatures: decodeSignatures(by) };
  } catch {
    return nothing;
  }
}
