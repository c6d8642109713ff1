/** The two pairs that values are sealed to, contact and identity: made, signed by a supervisor and an admin, checked. */
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { bind } from '../crypto/bind.ts';
import { sameBytes } from '../crypto/bytes.ts';
import { sign, verify } from '../crypto/ed25519.ts';
import { generateReceivePair, receivePairOf } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { decodeSignatures, encodeSignatures } from './roster.ts';
import type { Roster, Signature, Signer } from './roster.ts';

/** A tier's public key of one epoch. */
export interface TierPublic {
  readonly tier: SealedTier;
  readonly epoch: number;
  /** X25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

declare const trusted: unique symbol;
/** One that is pinned in the slot of whoever is signed in and validly signed in the store. Only verifyTierKey makes it, and nothing is sealed to any other. */
export type TrustedTierKey = TierPublic & { readonly [trusted]: true };

/** What a grant opens; lives for one request. Zero `privateKey` and `matchKey` after use. */
export interface TierPrivate extends TierPublic {
  readonly privateKey: Uint8Array;
  /** For match tags (match.ts); it follows from the private key, so whoever checks the pair has checked it. */
  readonly matchKey: Uint8Array;
  /** The tier's keys of epochs before that the same holder has grants of: a value may have been sealed by a desk that did not know of the next one yet. */
  readonly earlier?: readonly TierPrivate[];
}

export interface TierRecord extends TierPublic {
  readonly signatures: readonly Signature[];
  /** Head of the roster when it was signed: the signers must have been in office then. */
  readonly rosterN: number;
  readonly createdAt: number;
}

export function createTierPrivate(vaultId: string, tier: SealedTier, epoch: number): TierPrivate {
  return tierPrivateOf(vaultId, tier, epoch, generateReceivePair().privateKey);
}

/** The tier's keys from the 32 bytes that a grant carries, which it keeps and does not copy. */
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

/** What counts as the tier's key: the one that the roster brought last, which a slot may have pinned already, else the pinned one. Errors: as verifyTierKey. */
export function currentTierKey(pinned: TierPublic, roster: Roster): TierPublic {
  const brought = roster.tierKeys.get(pinned.tier);
  if (brought === undefined) return pinned;
  // Later than what the roster knows: the store is an older one.
  if (pinned.epoch > brought.epoch)
    throw new AppError('store-mismatch', { part: 'tier-key', tier: pinned.tier });
  if (pinned.epoch === brought.epoch && !sameBytes(pinned.publicKey, brought.publicKey))
    throw new AppError('store-mismatch', { part: 'tier-key', tier: pinned.tier });
  return { tier: pinned.tier, ...brought };
}

/**
 * A key that may be sealed to: the one that `pinned` says, with the signatures of a supervisor and of an admin who were
 * in office in a chain from the pinned roots. Errors: AppError `store-mismatch` {part: 'tier-key', tier}.
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

/** The records as the store has them, unverified. */
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
