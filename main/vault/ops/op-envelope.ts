/** Sealing and opening an op: what it says can be read by whoever has the op key. `main/files/spool/envelope.ts` has its format, and what can be told without a key. */
import { createHmac, randomBytes } from 'node:crypto';
import {
  HEAD_BYTES,
  type OpHead,
  SALT_BYTES,
  SIGNATURE_BYTES,
  readHead,
  signedMessage,
  writeHead,
} from '../../files/spool/envelope.ts';
import { decryptGcm, encryptGcm } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { concat } from '../crypto/bytes.ts';
import { sign } from '../crypto/ed25519.ts';
import { hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';

/** The key of an op is this op's alone, so that one nonce serves all (NIST SP 800-38D). */
const NONCE = new Uint8Array(12);

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
    return concat(unsigned, sign(keys.privateKey, signedMessage(vaultId, unsigned)));
  } finally {
    zero(key);
  }
}

/** The plaintext of an envelope that `readEnvelope` has accepted; null under any other key. */
export function openOp(vaultId: string, envelope: Uint8Array, opKey: Uint8Array): Uint8Array | null {
  const head = readHead(envelope);
  if (head === null) return null;
  const front = envelope.subarray(0, HEAD_BYTES + SALT_BYTES);
  const key = keyOfOp(vaultId, head, opKey, front.subarray(HEAD_BYTES));
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

const keyOfOp = (vaultId: string, { desk, n }: OpHead, opKey: Uint8Array, salt: Uint8Array): Uint8Array =>
  hkdf(opKey, bind('op-key', vaultId, desk, n), salt);
