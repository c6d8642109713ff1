/** Seals values with a public key and opens them with a tier's private one; a value opens in its own place and nowhere else. */
import { randomBytes } from 'node:crypto';
import type { SealedFieldId, SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { bind, createBinder } from '../crypto/bind.ts';
import { concat, fromUtf8, utf8 } from '../crypto/bytes.ts';
import { setupReceiver, setupSender } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { keyOfEpoch } from './epochs.ts';
import type { TierPrivate, TrustedTierKey } from './tier-keys.ts';

/** Where a value belongs. */
export interface ValuePlace {
  readonly personId: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
}

/** Words about a room and nobody: bound to the room and the number of their note. */
export interface RoomPlace {
  readonly roomId: number;
  readonly noteId: number;
}

/** One HPKE context for many values of a tier. The row of a batch keeps tier, epoch, nonce and enc. */
export interface SealBatch {
  readonly tier: SealedTier;
  readonly epoch: number;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
  /** Seals the next value: `n` counts from 0; the ciphertext leads with a format byte, and its length tells that of the value to 32 bytes only. */
  seal(place: ValuePlace | RoomPlace, value: string): { readonly n: number; readonly ciphertext: Uint8Array };
}

export interface StoredBatch {
  readonly epoch: number;
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
}

/** A sealed value as a row of the store has it, beside the place where it belongs. */
export interface SealedRow extends StoredBatch {
  readonly tier: SealedTier;
  readonly n: number;
  readonly ciphertext: Uint8Array;
}

export type StoredValue = (ValuePlace | RoomPlace) & { readonly n: number };

const FORMAT = 0x01;
/** Padded: whoever reads the ciphertext, as every session does, must not learn whether a landline has seven digits or eight. */
const PADDED = 0x02;
const NONCE_BYTES = 16;
/** Phones, ID numbers, passports, cards and most addresses of the net fit into one. */
const BLOCK_BYTES = 32;
const PAD_MARK = 0x80;

/** The value, a mark, and zeros up to the next whole block. */
function pad(value: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((value.length + 1) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(value);
  padded[value.length] = PAD_MARK;
  return padded;
}

/** Null where it was not padded so. */
function unpad(padded: Uint8Array): Uint8Array | null {
  const end = padded.lastIndexOf(PAD_MARK);
  return end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0) ? null : padded.subarray(0, end);
}

/** Needs a public key only, and no other than one that SessionKeys hold: pinned and signed. */
export function createSealBatch(key: TrustedTierKey & { readonly vaultId: string }): SealBatch {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  const sender = setupSender(key.publicKey, batchInfo(key.vaultId, key.tier, key.epoch, nonce));
  return {
    tier: key.tier,
    epoch: key.epoch,
    nonce,
    enc: sender.enc,
    seal(place, value) {
      const plaintext = utf8(value);
      const padded = pad(plaintext);
      const { sequence, ciphertext } = sender.seal(placeAad(place, PADDED), padded);
      zero(plaintext, padded);
      return { n: sequence, ciphertext: concat(Uint8Array.of(PADDED), ciphertext) };
    },
  };
}

/** Opens values of one batch, after one decapsulation for all of them. */
export interface BatchOpener {
  /** Errors: AppError `store-damaged` {part: 'value'} where the value was not sealed here, for this place. */
  open(stored: StoredValue, ciphertext: Uint8Array): string;
}

/** Its row, with a number of its own, which is returned. Errors: those of `takeId`. */
export async function insertBatch(
  tx: WritableStore,
  { tier, epoch, nonce, enc }: SealBatch,
): Promise<number> {
  const id = await takeId(tx, 'seal_batch');
  await tx.run(
    sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (${id}, ${tier}, ${epoch}, ${nonce}, ${enc})`,
  );
  return id;
}

/** By the key of the batch's epoch; a batch of an epoch that none of the holder's keys is of opens nothing. */
export function openSealBatch(vaultId: string, keys: TierPrivate, batch: StoredBatch): BatchOpener {
  const tier = keyOfEpoch(keys, batch.epoch);
  const receiver = setupReceiver(tier, batch.enc, batchInfo(vaultId, tier.tier, batch.epoch, batch.nonce));
  return {
    open(stored, ciphertext) {
      const [format] = ciphertext;
      // Values of the first version are not padded.
      const known = (format === FORMAT || format === PADDED) && batch.epoch === tier.epoch;
      const plaintext = known
        ? receiver.open(stored.n, placeAad(stored, format), ciphertext.subarray(1))
        : null;
      const bytes = plaintext === null || format === FORMAT ? plaintext : unpad(plaintext);
      const value = bytes === null ? null : fromUtf8(bytes);
      zero(plaintext);
      if (value === null) throw new AppError('store-damaged', { part: 'value' });
      return value;
    },
  };
}

/** Opens one value: one decapsulation and one AEAD. Errors: those of BatchOpener.open. */
export function openSealed(
  vaultId: string,
  tier: TierPrivate,
  batch: StoredBatch,
  stored: StoredValue,
  ciphertext: Uint8Array,
): string {
  return openSealBatch(vaultId, tier, batch).open(stored, ciphertext);
}

const batchInfo = (vaultId: string, tier: SealedTier, epoch: number, nonce: Uint8Array): Uint8Array =>
  bind('seal-batch', vaultId, tier, epoch, nonce, FORMAT);

const bindPlace = createBinder('sealed-value');
const placeAad = (place: ValuePlace | RoomPlace, format: number): Uint8Array =>
  'roomId' in place
    ? bind('sealed-room-note', place.roomId, place.noteId, format)
    : bindPlace(place.personId, place.field, place.ordinal, format);
