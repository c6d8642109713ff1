/**
 * Seals values to a tier's public key and opens them with its private key. A value opens only in its own
 * place.
 */
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

/** Place of a value, to which it is bound. */
export interface ValuePlace {
  readonly personId: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
}

/** Place of a note about a room alone. */
export interface RoomPlace {
  readonly roomId: number;
  readonly noteId: number;
}

/** Place of the key of an attachment's content. */
export interface AttachmentPlace {
  readonly attachmentId: number;
}

/** Place of anything that is sealed. */
export type SealedPlace = ValuePlace | RoomPlace | AttachmentPlace;

/**
 * One HPKE context (RFC 9180) for many values of a tier. The row of a batch has tier, epoch, nonce and enc.
 */
export interface SealBatch {
  readonly tier: SealedTier;
  readonly epoch: number;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
  /**
   * Seals the next value. `n` counts from 0; the ciphertext starts with a format byte, and its length reveals
   * that of the value only in steps of 32 bytes.
   */
  seal(place: SealedPlace, value: string): { readonly n: number; readonly ciphertext: Uint8Array };
}

/** A batch as a row of the store has it. */
interface StoredBatch {
  readonly epoch: number;
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
}

/** A sealed value as a row of the store has it, without its place. */
export interface SealedRow extends StoredBatch {
  readonly tier: SealedTier;
  readonly n: number;
  readonly ciphertext: Uint8Array;
}

/** Place of a sealed value, and its number in the batch. */
type StoredValue = SealedPlace & { readonly n: number };

const FORMAT = 0x01;
/**
 * Format with padding: every session can read ciphertexts, and their length must not reveal whether a
 * landline has seven or eight digits.
 */
const PADDED = 0x02;
const NONCE_BYTES = 16;
/** Size of a padded block. Phones, ID numbers, passports, cards and most e-mail addresses fit into one. */
const BLOCK_BYTES = 32;
const PAD_MARK = 0x80;

/** The value, a mark, and zeros up to the next full block (ISO/IEC 7816-4 padding). */
function pad(value: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((value.length + 1) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(value);
  padded[value.length] = PAD_MARK;
  return padded;
}

/** Removes the padding; null where it is malformed. */
function unpad(padded: Uint8Array): Uint8Array | null {
  const end = padded.lastIndexOf(PAD_MARK);
  return end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0) ? null : padded.subarray(0, end);
}

/** A new batch. Needs only a public key, which must be pinned and signed, as SessionKeys hold it. */
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

/** Opens values of one batch after a single decapsulation. */
export interface BatchOpener {
  /**
   * The value. Errors: AppError `store-damaged` {part: 'value'} where it was not sealed in this batch for
   * this place.
   */
  open(stored: StoredValue, ciphertext: Uint8Array): string;
}

/** Stores a batch; returns the id of its row. Errors: those of `takeId`. */
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

/** Opens a batch with the key of its epoch. Where the holder has no key of that epoch, every `open` fails. */
export function openSealBatch(vaultId: string, keys: TierPrivate, batch: StoredBatch): BatchOpener {
  const tier = keyOfEpoch(keys, batch.epoch);
  if (batch.epoch !== tier.epoch) return { open: refuseValue };
  const receiver = setupReceiver(tier, batch.enc, batchInfo(vaultId, tier.tier, batch.epoch, batch.nonce));
  return {
    open(stored, ciphertext) {
      const [format] = ciphertext;
      // Values of the first version are not padded.
      const known = (format === FORMAT || format === PADDED) && isPlace(stored);
      const plaintext = known
        ? receiver.open(stored.n, placeAad(stored, format), ciphertext.subarray(1))
        : null;
      const bytes = plaintext === null || format === FORMAT ? plaintext : unpad(plaintext);
      const value = bytes === null ? null : fromUtf8(bytes);
      zero(plaintext);
      return value ?? refuseValue();
    },
  };
}

function refuseValue(): never {
  throw new AppError('store-damaged', { part: 'value' });
}

/** A row may say any numbers; nothing was ever sealed to these. */
const isPlace = (place: SealedPlace): boolean =>
  numbersOf(place).every((number) => Number.isSafeInteger(number) && number >= 0);

function numbersOf(place: SealedPlace): readonly number[] {
  if ('attachmentId' in place) return [place.attachmentId];
  return 'roomId' in place ? [place.roomId, place.noteId] : [place.personId, place.ordinal];
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
function placeAad(place: SealedPlace, format: number): Uint8Array {
  if ('attachmentId' in place) return bind('sealed-attachment-key', place.attachmentId, format);
  return 'roomId' in place
    ? bind('sealed-room-note', place.roomId, place.noteId, format)
    : bindPlace(place.personId, place.field, place.ordinal, format);
}
