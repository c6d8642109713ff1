/**
 * The sealed form of an op, as it leaves a desk: what it says can be read by whoever has the op key, and who sent it can be told without. Format: a byte of
 * format, the desk, its number of the op, epoch and step of the key, salt, AES-256-GCM ciphertext (NIST SP 800-38D), Ed25519 signature (RFC 8032).
 */
import { createHmac, randomBytes } from 'node:crypto';
import { decryptGcm, encryptGcm } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { concat } from '../crypto/bytes.ts';
import { SIGNATURE_BYTES, sign, verify } from '../crypto/ed25519.ts';
import { hkdf } from '../crypto/kdf.ts';
import { sha256 } from '../crypto/sha256.ts';
import { zero } from '../crypto/zero.ts';

const FORMAT = 1;
const SALT_BYTES = 32;
/** Format, desk, number, epoch, step. */
const HEAD_BYTES = 1 + 2 + 6 + 4 + 4;
const MIN_BYTES = HEAD_BYTES + SALT_BYTES + 16 + SIGNATURE_BYTES;
/** The key of an op is this op's alone, so that one nonce serves all. */
const NONCE = new Uint8Array(12);

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

/**
 * The envelope of a plaintext. `opKey`: 32 bytes, of that epoch and step; `privateKey`: the desk's, by which it signs. The salt depends on key, plaintext and
 * random bytes, so that a computer that was put back, its random source with it, seals nothing else under a key and nonce that it has used.
 */
export function sealOp(
  vaultId: string,
  head: OpHead,
  plaintext: Uint8Array,
  keys: { readonly opKey: Uint8Array; readonly privateKey: Uint8Array },
): Uint8Array {
  const salt = new Uint8Array(
    createHmac('sha256', keys.opKey).update(randomBytes(SALT_BYTES)).update(plaintext).digest(),
  );
  const front = concat(writeHead(head), salt);
  const key = keyOfOp(vaultId, head, keys.opKey, salt);
  try {
    const sealed = encryptGcm('aes-256-gcm', key, NONCE, bind('op', vaultId, front), plaintext);
    const unsigned = concat(front, sealed);
    return concat(unsigned, sign(keys.privateKey, bind('op-signature', vaultId, unsigned)));
  } finally {
    zero(key);
  }
}

/** What an envelope says of itself; null where it is none, or was not signed by whoever `publicKeyOf` names for its desk. */
export function readEnvelope(
  vaultId: string,
  envelope: Uint8Array,
  publicKeyOf: (desk: number) => Uint8Array | null,
): OpHead | null {
  if (envelope.length < MIN_BYTES || envelope[0] !== FORMAT) return null;
  const head = readHead(envelope);
  const publicKey = publicKeyOf(head.desk);
  const end = envelope.length - SIGNATURE_BYTES;
  return publicKey !== null &&
    verify(publicKey, bind('op-signature', vaultId, envelope.subarray(0, end)), envelope.subarray(end))
    ? head
    : null;
}

/** The plaintext of an envelope that `readEnvelope` has accepted; null under any other key. */
export function openOp(vaultId: string, envelope: Uint8Array, opKey: Uint8Array): Uint8Array | null {
  const front = envelope.subarray(0, HEAD_BYTES + SALT_BYTES);
  const key = keyOfOp(vaultId, readHead(envelope), opKey, front.subarray(HEAD_BYTES));
  try {
    const sealed = envelope.subarray(front.length, envelope.length - SIGNATURE_BYTES);
    return decryptGcm('aes-256-gcm', key, NONCE, bind('op', vaultId, front), sealed);
  } finally {
    zero(key);
  }
}

/** The op key one step on; the way back is not known. */
export const nextStep = (opKey: Uint8Array, vaultId: string): Uint8Array =>
  hkdf(opKey, bind('op-key-step', vaultId));

/** The running hash before the first place. */
export const firstHash = (vaultId: string): Uint8Array => sha256(bind('op-hash', vaultId));

/** The running hash after an op that has the next place. */
export const nextHash = (
  before: Uint8Array,
  {
    place,
    desk,
    n,
    envelope,
  }: { readonly place: number; readonly desk: number; readonly n: number; readonly envelope: Uint8Array },
): Uint8Array => sha256(bind('op-hash', before, place, desk, n, sha256(envelope)));

const keyOfOp = (vaultId: string, { desk, n }: OpHead, opKey: Uint8Array, salt: Uint8Array): Uint8Array =>
  hkdf(opKey, bind('op-key', vaultId, desk, n), salt);

function writeHead({ desk, n, epoch, step }: OpHead): Uint8Array {
  const bytes = Buffer.alloc(HEAD_BYTES);
  bytes.writeUInt8(FORMAT, 0);
  bytes.writeUInt16BE(desk, 1);
  bytes.writeUIntBE(n, 3, 6);
  bytes.writeUInt32BE(epoch, 9);
  bytes.writeUInt32BE(step, 13);
  return bytes;
}

function readHead(envelope: Uint8Array): OpHead {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, HEAD_BYTES);
  return {
    desk: bytes.readUInt16BE(1),
    n: bytes.readUIntBE(3, 6),
    epoch: bytes.readUInt32BE(9),
    step: bytes.readUInt32BE(13),
  };
}
