/**
 * What can be told of a sealed op without a key: whose it is, which of that desk's, and that the desk has signed it; and the running hash of the order of all
 * desks'. Vault and carrier read the same. Format: a byte of format, the desk, its number of the op, epoch and step of the key, salt, AES-256-GCM ciphertext,
 * Ed25519 signature (RFC 8032) over everything before it.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';

const ENVELOPE_FORMAT = 1;
export const SALT_BYTES = 32;
export const SIGNATURE_BYTES = 64;
/** Format, desk, number, epoch, step. */
export const HEAD_BYTES = 1 + 2 + 6 + 4 + 4;
const TAG_BYTES = 16;
const MIN_BYTES = HEAD_BYTES + SALT_BYTES + TAG_BYTES + SIGNATURE_BYTES;

/** Whose op it is, and under which key. Each is a whole number from 0; `desk` below 2¹⁶, `n` below 2⁴⁸, the others below 2³². */
export interface OpHead {
  readonly desk: number;
  /** Of this desk's ops, from 1, without a gap. */
  readonly n: number;
  /** Of the op key: a new one is drawn at a rotation. */
  readonly epoch: number;
  /** How many times the op key has stepped in this epoch. */
  readonly step: number;
}

export function writeHead({ desk, n, epoch, step }: OpHead): Uint8Array {
  const bytes = Buffer.alloc(HEAD_BYTES);
  bytes.writeUInt8(ENVELOPE_FORMAT, 0);
  bytes.writeUInt16BE(desk, 1);
  bytes.writeUIntBE(n, 3, 6);
  bytes.writeUInt32BE(epoch, 9);
  bytes.writeUInt32BE(step, 13);
  return bytes;
}

/** What bytes say of themselves, signed or not; null where they are no envelope. */
export function readHead(envelope: Uint8Array): OpHead | null {
  if (envelope.length < MIN_BYTES || envelope[0] !== ENVELOPE_FORMAT) return null;
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, HEAD_BYTES);
  return {
    desk: bytes.readUInt16BE(1),
    n: bytes.readUIntBE(3, 6),
    epoch: bytes.readUInt32BE(9),
    step: bytes.readUInt32BE(13),
  };
}

/** What a desk signs. No other signature of a vault begins with this text, and no vault's id has a zero byte in it. */
export const signedMessage = (vaultId: string, unsigned: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`resident-vault/op-signature/${vaultId}\0`), unsigned]);

/** What an envelope says of itself; null where it is none, or was not signed by whoever `publicKeyOf` (Ed25519, 32 bytes) names for its desk. */
export function readEnvelope(
  vaultId: string,
  envelope: Uint8Array,
  publicKeyOf: (desk: number) => Uint8Array | null,
): OpHead | null {
  const head = readHead(envelope);
  const publicKey = head === null ? null : publicKeyOf(head.desk);
  const end = envelope.length - SIGNATURE_BYTES;
  return publicKey !== null &&
    isSigned(publicKey, signedMessage(vaultId, envelope.subarray(0, end)), envelope.subarray(end))
    ? head
    : null;
}

/** SubjectPublicKeyInfo of an Ed25519 key before its 32 bytes (RFC 8410). */
const KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 (RFC 8032); `publicKey`: its 32 bytes. */
export function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([KEY_PREFIX, publicKey]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}

// --- the order of all desks' ops

/** A place of the order, and the running hash after it. */
export interface Place {
  readonly place: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** Before the first op. */
export const startOfOrder = (vaultId: string): Place => ({
  place: 0,
  hash: sha256(Buffer.from(`resident-vault/op-order/${vaultId}`)),
});

/** After an op that has the next place, as `mailbox.sql` reckons it. `hash`: SHA-256 of its envelope. */
export function nextPlace(
  before: Place,
  { desk, n, hash }: { readonly desk: number; readonly n: number; readonly hash: Uint8Array },
): Place {
  const place = before.place + 1;
  return { place, hash: sha256(before.hash, int8(place), int8(desk), int8(n), hash) };
}

function int8(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
